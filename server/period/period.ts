import { defineEntity, p } from '@mikro-orm/core'
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { Certainty, Cycle, EvidenceRule, PlanningState, Stage } from '../generated/schema.ts'
import { Node } from '../node.ts'
import { Day } from '../scalars.ts'

registerEnumType(Certainty, { name: 'Certainty' })
registerEnumType(Cycle, { name: 'Cycle' })
registerEnumType(Stage, { name: 'Stage' })
registerEnumType(EvidenceRule, { name: 'EvidenceRule' })
registerEnumType(PlanningState, { name: 'PlanningState' })

@ObjectType()
export class Planning {
  @Field(() => PlanningState) declare state: PlanningState
  @Field(() => Int, { nullable: true }) declare daysLeft: number | null
}

const WindowSchema = defineEntity({
  name: 'Window',
  tableName: 'period_window',
  properties: {
    period: () => p.manyToOne(Period).primary(),
    number: p.integer().primary(),
    stage: p.enum(() => Stage),
    validity: p.string().columnType('daterange'),
    sources: p.array(),
    certainty: p.enum(() => Certainty),
    note: p.text().nullable(),
  },
})

@ObjectType()
export class Window extends WindowSchema.class {
  @Field(() => Stage) declare stage: Stage
  @Field(() => Day) declare from: string
  @Field(() => Day) declare until: string
  @Field(() => [String]) declare sources: string[]
  @Field(() => Certainty) declare certainty: Certainty
  @Field(() => String, { nullable: true }) declare note: string | null
}

WindowSchema.setClass(Window)

const PeriodSchema = defineEntity({
  name: 'Period',
  properties: {
    code: p.text().primary(),
    name: p.text(),
    validity: p.string().columnType('daterange'),
    cycle: p.enum(() => Cycle),
    platform: p.text(),
    pointsFrom: p.integer().nullable(),
    pointsTo: p.integer().nullable(),
    evidence: p.enum(() => EvidenceRule),
    regulation: p.text().nullable(),
    regulationCertainty: p.enum(() => Certainty),
    indicatorsCertainty: p.enum(() => Certainty),
    participants: p.text(),
    sources: p.array(),
    certainty: p.enum(() => Certainty),
    note: p.text().nullable(),
  },
})

@ObjectType({ implements: Node })
export class Period extends PeriodSchema.class {
  @Field(() => ID) declare id: string
  @Field(() => String) declare code: string
  @Field(() => String) declare name: string
  @Field(() => Day) declare from: string
  @Field(() => Day) declare until: string
  @Field(() => Cycle) declare cycle: Cycle
  @Field(() => String) declare platform: string
  @Field(() => Int, { nullable: true }) declare pointsFrom: number | null
  @Field(() => Int, { nullable: true }) declare pointsTo: number | null
  @Field(() => EvidenceRule) declare evidence: EvidenceRule
  @Field(() => String, { nullable: true }) declare regulation: string | null
  @Field(() => Certainty) declare regulationCertainty: Certainty
  @Field(() => Certainty) declare indicatorsCertainty: Certainty
  @Field(() => [Window]) declare windows: Window[]
  @Field(() => String) declare participants: string
  @Field(() => [String]) declare sources: string[]
  @Field(() => Certainty) declare certainty: Certainty
  @Field(() => String, { nullable: true }) declare note: string | null
}

PeriodSchema.setClass(Period)
