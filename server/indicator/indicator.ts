import { defineEntity, p } from '@mikro-orm/core'
import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { Certainty, Position, ReportCardLabel } from '../generated/schema.ts'
import { Node } from '../node.ts'
import { School } from '../organisation/organisation.ts'
import { Period } from '../period/period.ts'

registerEnumType(ReportCardLabel, { name: 'ReportCardLabel' })

const BehaviourSchema = defineEntity({
  name: 'TargetBehaviour',
  properties: {
    code: p.text().primary(),
    indicator: () => p.manyToOne(Indicator),
    number: p.integer(),
    text: p.text(),
    sources: p.array(),
    certainty: p.enum(() => Certainty),
    note: p.text().nullable(),
  },
})

@ObjectType({ implements: Node })
export class TargetBehaviour extends BehaviourSchema.class {
  @Field(() => ID) declare id: string
  @Field(() => Int) declare number: number
  @Field(() => String) declare text: string
  @Field(() => [String]) declare sources: string[]
  @Field(() => Certainty) declare certainty: Certainty
  @Field(() => String, { nullable: true }) declare note: string | null
}

BehaviourSchema.setClass(TargetBehaviour)

const IndicatorSchema = defineEntity({
  name: 'Indicator',
  properties: {
    code: p.text().primary(),
    /** Its place in the catalogue. */
    number: p.integer(),
    role: p.enum(() => Position),
    name: p.text(),
    nameEnglish: p.text(),
    reportCardCode: p.text(),
    dimension: p.text().nullable(),
    dimensionCertainty: p.enum(() => Certainty),
    sources: p.array(),
    certainty: p.enum(() => Certainty),
    note: p.text().nullable(),
  },
})

@ObjectType({ implements: Node })
export class Indicator extends IndicatorSchema.class {
  @Field(() => ID) declare id: string
  @Field(() => String) declare code: string
  @Field(() => Position) declare role: Position
  @Field(() => String) declare name: string
  @Field(() => String) declare nameEnglish: string
  @Field(() => String) declare reportCardCode: string
  @Field(() => String, { nullable: true }) declare dimension: string | null
  @Field(() => Certainty) declare dimensionCertainty: Certainty
  @Field(() => [TargetBehaviour]) declare behaviours: TargetBehaviour[]
  @Field(() => [Period]) declare periods: Period[]
  @Field(() => [String]) declare sources: string[]
  @Field(() => Certainty) declare certainty: Certainty
  @Field(() => String, { nullable: true }) declare note: string | null
}

IndicatorSchema.setClass(Indicator)

const ScoreSchema = defineEntity({
  name: 'ReportCardScore',
  properties: {
    school: () => p.manyToOne(School).primary(),
    year: p.integer().primary(),
    indicator: () => p.manyToOne(Indicator).primary(),
    score: p.decimal('number').precision(5).scale(2),
    label: p.enum(() => ReportCardLabel),
  },
})

@ObjectType()
export class ReportCardScore extends ScoreSchema.class {
  @Field(() => Int) declare year: number
  @Field(() => Indicator) declare indicator: Indicator
  @Field(() => Float) declare score: number
  @Field(() => ReportCardLabel) declare label: ReportCardLabel
}

ScoreSchema.setClass(ReportCardScore)

@ObjectType()
export class Recommendation {
  @Field(() => Int) declare rank: number
  @Field(() => Indicator) declare indicator: Indicator
  @Field(() => ReportCardScore, { nullable: true }) declare why: ReportCardScore | null
}
