import { PlanningStage } from '../generated/schema.ts'
import { literal, type Sql, sql } from '../reader/sql.ts'
import { type Attribute, attributes } from './dimension.ts'
import { post } from './post.ts'

/**
 * A way to tell assignments apart, which is protected as a whole. They hang together: what follows from one of a place is told of another
 * of the same place only.
 */
export interface Release {
  /** In names of the statement. */
  readonly name: string
  /** What tells posts apart: a text, never null. */
  readonly value: Sql
  /** It is told where this is told, and nowhere else. */
  readonly within: Release | null
  /** Whether it tells those apart besides that `within` tells apart. */
  readonly refines: boolean
  /** Whether what it tells stays from one period to the next: then it is told of the newest alone. */
  readonly stays?: boolean
  /** Whether somebody sees it: then it is not told where all are alike. Others are there so that what is seen hangs together. */
  readonly shown: boolean
}

/** How many there are: by what everybody knows of a school, and of those who take part in some periods alone. */
export const headcount: Release = {
  name: 'headcount',
  value: sql`${post}.ownership || case when always then ' 1' else ' 2' end`,
  within: null,
  refines: false,
  shown: false,
}

const handedIn: Release = {
  name: 'handed_in',
  value: sql`(${attributes.STATUS.value} in (${literal(PlanningStage.SUBMITTED)}, ${literal(PlanningStage.AGREED)}))::text`,
  within: headcount,
  refines: false,
  shown: false,
}

const agreed: Release = {
  name: 'agreed',
  value: sql`(${attributes.STATUS.value} = ${literal(PlanningStage.AGREED)})::text`,
  within: handedIn,
  refines: true,
  shown: false,
}

const textOf = (name: Attribute): Sql => sql`coalesce((${attributes[name].value})::text, '')`

const shown = (name: Attribute, within: Release, value: Sql = textOf(name)): Release => ({
  name: name.toLowerCase(),
  value,
  within,
  refines: true,
  shown: true,
})

/** What analysts can group by besides places. Not LABEL: report cards are public, and would tell the indicators of a school. */
export const releases: Readonly<Partial<Record<Attribute, Release>>> = {
  EMPLOYMENT: { ...shown('EMPLOYMENT', headcount), stays: true },
  STATUS: shown('STATUS', agreed),
  // a school has one principal: who he is, everybody knows
  INDICATOR: shown('INDICATOR', handedIn, sql`${post}.position || ' ' || ${textOf('INDICATOR')}`),
  DAY: shown('DAY', handedIn),
  POINTS: shown('POINTS', handedIn),
  OBSERVATION: shown('OBSERVATION', agreed),
  PREDICATE: shown('PREDICATE', agreed),
}

/** A release after those that it is within. */
export const chainOf = (release: Release): readonly Release[] => [
  ...(release.within ? chainOf(release.within) : []),
  release,
]
