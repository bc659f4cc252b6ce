import { defineEntity, type OptionalProps, p } from '@mikro-orm/core'
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql'
import { v7 as newId } from 'uuid'
import { DevelopmentActivity } from '../development/development.ts'
import {
  type PlanFilter as Filter,
  PlanAction,
  PlanItem,
  PlanScope,
  PlanStatus,
  PlanWarning,
  WorkValue,
} from '../generated/schema.ts'
import { Indicator, TargetBehaviour } from '../indicator/indicator.ts'
import { Node } from '../node.ts'
import { connectionOf, orderOf } from '../page.ts'
import { Period } from '../period/period.ts'
import { Assignment, Person } from '../person/person.ts'
import type { ReadBack } from '../reader/read-back.ts'
import { Day, Moment } from '../scalars.ts'
import type { Content } from './content.ts'
import type { Change } from './difference.ts'
import type { Route } from './workflow.ts'

registerEnumType(PlanStatus, { name: 'PlanStatus' })
registerEnumType(PlanAction, { name: 'PlanAction' })
registerEnumType(PlanScope, { name: 'PlanScope' })
registerEnumType(PlanWarning, { name: 'PlanWarning' })
registerEnumType(PlanItem, { name: 'PlanItem' })
registerEnumType(WorkValue, { name: 'WorkValue' })

@ObjectType()
class PlanActivity {
  @Field(() => DevelopmentActivity) declare activity: DevelopmentActivity
  @Field(() => Int) declare times: number
}

@ObjectType()
class PlanDuty {
  @Field(() => String) declare name: string
  @Field(() => String) declare decree: string
}

@ObjectType()
class PlanValue {
  @Field(() => WorkValue) declare value: WorkValue
  @Field(() => [String]) declare behaviours: string[]
  @Field(() => String, { nullable: true }) declare expectation: string | null
}

@ObjectType()
export class PlanContent {
  @Field(() => Indicator, { nullable: true }) declare indicator: Indicator | null
  @Field(() => [TargetBehaviour]) declare behaviours: TargetBehaviour[]
  @Field(() => [PlanActivity]) declare activities: PlanActivity[]
  @Field(() => [PlanDuty]) declare duties: PlanDuty[]
  @Field(() => [PlanValue]) declare values: PlanValue[]
  @Field(() => Int, { nullable: true }) declare points: number | null
  @Field(() => [PlanWarning]) declare warnings: PlanWarning[]
}

@ObjectType()
class PlanChange {
  @Field(() => PlanItem) declare item: PlanItem
  @Field(() => String, { nullable: true }) declare before: string | null
  @Field(() => String, { nullable: true }) declare after: string | null
  @Field(() => String, { nullable: true }) declare note: string | null
}

const StepSchema = defineEntity({
  name: 'PlanStep',
  properties: {
    plan: () => p.manyToOne(Plan).primary(),
    version: p.integer().primary(),
    action: p.enum(() => PlanAction),
    fromStatus: p.enum(() => PlanStatus).nullable(),
    toStatus: p.enum(() => PlanStatus),
    at: p.datetime(),
    person: () => p.manyToOne(Person).nullable(),
    note: p.text().nullable(),
    changes: p.json<Change[]>(),
    before: p.json<Content>().nullable(),
  },
})

@ObjectType()
export class PlanStep extends StepSchema.class {
  declare [OptionalProps]?: 'from' | 'to' | 'name'
  @Field(() => Int) declare version: number
  @Field(() => PlanAction) declare action: PlanAction
  @Field(() => PlanStatus, { nullable: true }) declare from: PlanStatus | null
  @Field(() => PlanStatus) declare to: PlanStatus
  @Field(() => Moment) declare at: Date
  @Field(() => String, { nullable: true }) declare name: string | null
  @Field(() => String, { nullable: true }) declare note: string | null
  @Field(() => [PlanChange]) declare changes: PlanChange[]
}

StepSchema.setClass(PlanStep)

const PlanSchema = defineEntity({
  name: 'Plan',
  properties: {
    id: p
      .uuid()
      .primary()
      .onCreate(() => newId()),
    assignment: () => p.manyToOne(Assignment),
    period: () => p.manyToOne(Period),
    status: p.enum(() => PlanStatus),
    version: p.integer(),
    route: p.text().$type<Route>(),
    scope: p.enum(() => PlanScope),
    catalogueId: p.uuid().nullable(),
    indicator: () => p.manyToOne(Indicator).nullable(),
    behaviours: p.array<string>(),
    activities: p.json<Content['activities']>(),
    duties: p.json<Content['duties']>(),
    expectations: p.json<Content['expectations']>(),
    points: p.integer().nullable(),
    warnings: p.array<PlanWarning>(),
    late: p.boolean(),
    wasReset: p.boolean(),
    changedAt: p.datetime(),
    submittedAt: p.datetime().nullable(),
    agreedAt: p.datetime().nullable(),
  },
})

@ObjectType({ implements: Node })
export class Plan extends PlanSchema.class {
  declare [OptionalProps]?: 'flowsToEKinerja' | 'closedAfter' | 'content' | 'history'
  @Field(() => ID) declare id: string
  @Field(() => Assignment) declare assignment: Assignment
  @Field(() => Period) declare period: Period
  @Field(() => PlanStatus) declare status: PlanStatus
  @Field(() => Int) declare version: number
  @Field(() => Boolean) declare late: boolean
  @Field(() => PlanScope) declare scope: PlanScope
  @Field(() => Boolean) declare flowsToEKinerja: boolean
  @Field(() => Boolean) declare wasReset: boolean
  @Field(() => Day, { nullable: true }) declare closedAfter: string | null
  @Field(() => Moment, { nullable: true }) declare submittedAt: Date | null
  @Field(() => Moment, { nullable: true }) declare agreedAt: Date | null
  @Field(() => Moment) declare changedAt: Date
  @Field(() => PlanContent, { nullable: true }) declare content: PlanContent | null
  @Field(() => [PlanStep]) declare history: PlanStep[]
}

PlanSchema.setClass(Plan)

export const PlanConnection = connectionOf('Plan', () => Plan)
export const PlanOrder = orderOf('Plan', { CHANGED: 'CHANGED' })

@InputType()
export class PlanFilter implements Filter {
  @Field(() => String, { nullable: true }) declare period: string | null
  @Field(() => [PlanStatus], { nullable: true }) declare status: PlanStatus[] | null
  @Field(() => Boolean, { nullable: true }) declare late: boolean | null
  @Field(() => ID, { nullable: true }) declare office: string | null
  @Field(() => ID, { nullable: true }) declare school: string | null
  @Field(() => Boolean, { nullable: true }) declare waitingForMe: boolean | null
  @Field(() => Day, { nullable: true }) declare asOf: string | null
}

@ObjectType()
export class PlanPayload {
  @Field(() => Plan, { nullable: true }) declare plan: ReadBack
}
