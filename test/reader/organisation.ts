import type { Asked, ListArguments, Rules } from './asked.ts'
import { contains } from './contains.ts'
import { type Order, page } from './page.ts'
import type { Area, Office, School, World } from './world.ts'

interface OfficeFilter {
  readonly level?: string | null
  readonly code?: string | null
  readonly office?: string | null
  readonly nameContains?: string | null
}

interface SchoolFilter {
  readonly office?: string | null
  readonly district?: string | null
  readonly level?: readonly string[] | null
  readonly ownership?: string | null
  readonly npsn?: string | null
  readonly nameContains?: string | null
}

interface Offices extends ListArguments {
  readonly filter?: OfficeFilter | null
}

interface Schools extends ListArguments {
  readonly filter?: SchoolFilter | null
}

/** Whether an office is the one with that id, or below it. */
export function officeUnder(world: World, code: string | null | undefined, id: string): boolean {
  const office = world.offices.find((each) => each.code === code)
  return office !== undefined && (`off_${office.code}` === id || `off_${office.parentCode}` === id)
}

/** Whether an area is the one with that id, or in it. */
export function areaIn(world: World, code: string | undefined, id: string): boolean {
  const area = world.areas.find((each) => each.code === code)
  return area !== undefined && (`are_${area.code}` === id || `are_${area.parentCode}` === id)
}

/** The order that is asked for. */
export const officeOrder = (orderBy: ListArguments['orderBy']): Order<Office> => {
  const { field, direction } = orderBy ?? { field: 'CODE', direction: 'ASC' }
  return {
    name: `${field} ${direction}`,
    keys: ({ code, name }) => (field === 'NAME' ? [name, code] : [code]),
    descending: direction === 'DESC',
  }
}

/** The order that is asked for. */
export const schoolOrder = (orderBy: ListArguments['orderBy']): Order<School> => {
  const { field, direction } = orderBy ?? { field: 'NAME', direction: 'ASC' }
  return {
    name: `${field} ${direction}`,
    keys: ({ npsn, name }) => (field === 'NAME' ? [name, npsn] : [npsn]),
    descending: direction === 'DESC',
  }
}

function offices(rows: readonly Office[], { filter, orderBy, first, after }: Offices, { world, field }: Asked) {
  const { level, code, office, nameContains } = filter ?? {}
  const found = rows
    .filter((row) => level == null || row.level === level)
    .filter((row) => code == null || row.code === code)
    .filter((row) => office == null || officeUnder(world, row.code, office))
    .filter((row) => nameContains == null || contains(row.name, nameContains))
  return page(field, found, officeOrder(orderBy), first ?? 0, after)
}

function schools(rows: readonly School[], { filter, orderBy, first, after }: Schools, { world, field }: Asked) {
  const { office, district, level, ownership, npsn, nameContains } = filter ?? {}
  const found = rows
    .filter((row) => office == null || officeUnder(world, row.officeCode, office))
    .filter((row) => district == null || areaIn(world, row.districtCode, district))
    .filter((row) => level == null || level.includes(row.level))
    .filter((row) => ownership == null || row.ownership === ownership)
    .filter((row) => npsn == null || row.npsn === npsn)
    .filter((row) => nameContains == null || contains(row.name, nameContains))
  return page(field, found, schoolOrder(orderBy), first ?? 0, after)
}

/** Areas, offices and schools. */
export const organisationRules: Rules = {
  Query: {
    offices: (_: unknown, args: Offices, asked) => offices(asked.world.offices, args, asked),
    schools: (_: unknown, args: Schools, asked) => schools(asked.world.schools, args, asked),
  },
  Area: {
    parent: ({ parentCode }: Area, _: unknown, { world }) => world.areas.find(({ code }) => code === parentCode),
  },
  Office: {
    parent: ({ parentCode }: Office, _: unknown, { world }) => world.offices.find(({ code }) => code === parentCode),
    offices: ({ code }: Office, args: Offices, asked) => {
      const below = asked.world.offices.filter(({ parentCode }) => parentCode === code)
      return offices(below, args, asked)
    },
    schools: ({ code }: Office, args: Schools, asked) => {
      const run = asked.world.schools.filter(({ officeCode }) => officeCode === code)
      return schools(run, args, asked)
    },
  },
  School: {
    district: ({ districtCode }: School, _: unknown, { world }) =>
      world.areas.find(({ code }) => code === districtCode),
    office: ({ officeCode }: School, _: unknown, { world }) => world.offices.find(({ code }) => code === officeCode),
  },
}
