import { defineEntity, type OptionalProps, p } from '@mikro-orm/core'
import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { v7 as newId } from 'uuid'
import {
  AppraisalAction,
  AppraisalStatus,
  ExpectationRating,
  OrganisationGrade,
  Predicate,
} from '../generated/schema.ts'
import { Node } from '../node.ts'
import { Office } from '../organisation/organisation.ts'
import { connectionOf, orderOf } from '../page.ts'
import { Period } from '../period/period.ts'
import { Assignment, Person } from '../person/person.ts'
import { Plan } from '../plan/plan.ts'
import type { ReadBack } from '../reader/read-back.ts'
import { Day, Moment } from '../scalars.ts'
import { AppraisalContent } from './appraisal.content.ts'
import type { Content } from './content.ts'
import type { Appraised, Reckoning } from './reckon.ts'
import type { Route } from './workflow.ts'

registerEnumType(AppraisalStatus, { name: 'AppraisalStatus' })
registerEnumType(AppraisalAction, { name: 'AppraisalAction' })
registerEnumType(OrganisationGrade, { name: 'OrganisationGrade' })

const StepSchema = defineEntity({
  name: 'AppraisalStep',
  properties: {
    appraisal: () => p.manyToOne(Appraisal).primary(),
    version: p.integer().primary(),
    action: p.enum(() => AppraisalAction),
    fromStatus: p.enum(() => AppraisalStatus).nullable(),
    toStatus: p.enum(() => AppraisalStatus),
    at: p.datetime(),
    person: () => p.manyToOne(Person).nullable(),
    note: p.text().nullable(),
    hearing: p.text().nullable(),
    result: p.enum(() => ExpectationRating).nullable(),
    behaviour: p.enum(() => ExpectationRating).nullable(),
    predicate: p.enum(() => Predicate).nullable(),
  },
})

@ObjectType()
export class AppraisalStep extends StepSchema.class {
  declare [OptionalProps]?: 'from' | 'to' | 'name'
  @Field(() => Int) declare version: number
  @Field(() => AppraisalAction) declare action: AppraisalAction
  @Field(() => AppraisalStatus, { nullable: true }) declare from: AppraisalStatus | null
  @Field(() => AppraisalStatus) declare to: AppraisalStatus
  @Field(() => Moment) declare at: Date
  @Field(() => String, { nullable: true }) declare name: string | null
  @Field(() => String, { nullable: true }) declare note: string | null
  @Field(() => String, { nullable: true }) declare hearing: string | null
  @Field(() => ExpectationRating, { nullable: true }) declare result: ExpectationRating | null
  @Field(() => ExpectationRating, { nullable: true }) declare behaviour: ExpectationRating | null
  @Field(() => Predicate, { nullable: true }) declare predicate: Predicate | null
}

StepSchema.setClass(AppraisalStep)

const AppraisalSchema = defineEntity({
  name: 'Appraisal',
  properties: {
    id: p
      .uuid()
      .primary()
      .onCreate(() => newId()),
    plan: () => p.manyToOne(Plan),
    assignment: () => p.manyToOne(Assignment),
    period: () => p.manyToOne(Period),
    status: p.enum(() => AppraisalStatus),
    version: p.integer(),
    route: p.text().$type<Route>(),
    observed: p.json<NonNullable<Content['observed']>>().nullable(),
    reflection: p.text().nullable(),
    learning: p.text().nullable(),
    practice: p.text().nullable(),
    considerations: p.text().nullable(),
    result: p.enum(() => ExpectationRating).nullable(),
    deviation: p.text().nullable(),
    valueRatings: p.json<Content['values']>(),
    behaviour: p.enum(() => ExpectationRating).nullable(),
    suggestion: p.json<NonNullable<Reckoning['suggestion']>>().nullable(),
    predicate: p.enum(() => Predicate).nullable(),
    creditPoints: p.json<NonNullable<Reckoning['creditPoints']>>().nullable(),
    consequences: p.json<Reckoning['consequences']>(),
    explanation: p.json<Reckoning['explanation']>(),
    appraised: p.json<Appraised>(),
    grade: p.enum(() => OrganisationGrade).nullable(),
    changedAt: p.datetime(),
    recommendedAt: p.datetime().nullable(),
    givenAt: p.datetime().nullable(),
    objectionUntil: p.date().nullable(),
  },
})

@ObjectType({ implements: Node })
export class Appraisal extends AppraisalSchema.class {
  declare [OptionalProps]?: 'content' | 'history'
  @Field(() => ID) declare id: string
  @Field(() => Assignment) declare assignment: Assignment
  @Field(() => Period) declare period: Period
  @Field(() => Plan, { nullable: true }) declare plan: Plan
  @Field(() => AppraisalStatus) declare status: AppraisalStatus
  @Field(() => Int) declare version: number
  @Field(() => Moment) declare changedAt: Date
  @Field(() => Moment, { nullable: true }) declare recommendedAt: Date | null
  @Field(() => Moment, { nullable: true }) declare givenAt: Date | null
  @Field(() => Day, { nullable: true }) declare objectionUntil: string | null
  @Field(() => AppraisalContent, { nullable: true }) declare content: AppraisalContent | null
  @Field(() => [AppraisalStep]) declare history: AppraisalStep[]
}

AppraisalSchema.setClass(Appraisal)

export const AppraisalConnection = connectionOf('Appraisal', () => Appraisal)
export const AppraisalOrder = orderOf('Appraisal', { CHANGED: 'CHANGED' })

const OrganisationPredicateSchema = defineEntity({
  name: 'OrganisationPredicate',
  properties: {
    id: p
      .uuid()
      .primary()
      .onCreate(() => newId()),
    office: () => p.manyToOne(Office),
    period: () => p.manyToOne(Period),
    grade: p.enum(() => OrganisationGrade),
    version: p.integer(),
    setAt: p.datetime(),
  },
})

@ObjectType({ implements: Node })
export class OrganisationPredicate extends OrganisationPredicateSchema.class {
  @Field(() => ID) declare id: string
  @Field(() => Office) declare office: Office
  @Field(() => Period) declare period: Period
  @Field(() => OrganisationGrade) declare grade: OrganisationGrade
  @Field(() => Int) declare version: number
  @Field(() => Moment) declare setAt: Date
}

OrganisationPredicateSchema.setClass(OrganisationPredicate)

@ObjectType()
class DistributionShare {
  @Field(() => Predicate) declare predicate: Predicate
  @Field(() => Int) declare count: number
  @Field(() => Float) declare percent: number
}

@ObjectType()
class DistributionClause {
  @Field(() => [Predicate]) declare predicates: Predicate[]
  @Field(() => Float) declare percent: number
  @Field(() => Boolean) declare holds: boolean
  @Field(() => String) declare indonesian: string
  @Field(() => String) declare english: string
}

@ObjectType()
export class Distribution {
  @Field(() => Int) declare total: number
  @Field(() => Boolean) declare fits: boolean
  @Field(() => [DistributionShare]) declare shares: DistributionShare[]
  @Field(() => [DistributionClause]) declare clauses: DistributionClause[]
}

@ObjectType()
export class AppraisalPayload {
  @Field(() => Appraisal, { nullable: true }) declare appraisal: ReadBack
}

@ObjectType()
export class SetOrganisationPredicatePayload {
  @Field(() => OrganisationPredicate, { nullable: true }) declare organisation: ReadBack
  @Field(() => Int) declare finalized: number
  @Field(() => Int) declare left: number
  @Field(() => [String]) declare unmet: readonly string[]
}
