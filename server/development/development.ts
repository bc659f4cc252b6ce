import { defineEntity, type OptionalProps, p } from '@mikro-orm/core'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { v7 as newId } from 'uuid'
import { Certainty, Position, SchoolLevel } from '../generated/schema.ts'
import { Node } from '../node.ts'
import { Period } from '../period/period.ts'
import type { ReadBack } from '../reader/read-back.ts'

const CatalogueSchema = defineEntity({
  name: 'ActivityCatalogue',
  properties: {
    id: p
      .uuid()
      .primary()
      .onCreate(() => newId()),
    period: () => p.manyToOne(Period),
    name: p.text(),
  },
})

/** A period's table of development activities, under its name. */
export class ActivityCatalogue extends CatalogueSchema.class {}

CatalogueSchema.setClass(ActivityCatalogue)

const ActivitySchema = defineEntity({
  name: 'DevelopmentActivity',
  properties: {
    id: p
      .uuid()
      .primary()
      .onCreate(() => newId()),
    catalogueId: p.uuid(),
    /** Its place in the table. */
    place: p.integer(),
    number: p.integer().nullable(),
    name: p.text(),
    unit: p.text().nullable(),
    evidence: p.text().nullable(),
    points: p.integer().nullable(),
    positions: p.array<Position>(),
    sources: p.array(),
    certainty: p.enum(() => Certainty),
    note: p.text().nullable(),
  },
})

@ObjectType({ implements: Node })
export class DevelopmentActivity extends ActivitySchema.class {
  declare [OptionalProps]?: 'period' | 'catalogue'
  @Field(() => ID) declare id: string
  @Field(() => String) declare period: string
  @Field(() => String) declare catalogue: string
  @Field(() => Int, { nullable: true }) declare number: number | null
  @Field(() => String) declare name: string
  @Field(() => String, { nullable: true }) declare unit: string | null
  @Field(() => String, { nullable: true }) declare evidence: string | null
  @Field(() => Int, { nullable: true }) declare points: number | null
  @Field(() => [Position]) declare positions: Position[]
  @Field(() => [String]) declare sources: string[]
  @Field(() => Certainty) declare certainty: Certainty
  @Field(() => String, { nullable: true }) declare note: string | null
}

ActivitySchema.setClass(DevelopmentActivity)

const DutySchema = defineEntity({
  name: 'AdditionalDuty',
  properties: {
    /** Its place in the list. */
    number: p.integer().primary(),
    name: p.text(),
    levels: p.array<SchoolLevel>(),
    basis: p.text(),
    sources: p.array(),
    certainty: p.enum(() => Certainty),
  },
})

@ObjectType()
export class AdditionalDuty extends DutySchema.class {
  @Field(() => String) declare name: string
  @Field(() => [SchoolLevel]) declare levels: SchoolLevel[]
  @Field(() => String) declare basis: string
  @Field(() => [String]) declare sources: string[]
  @Field(() => Certainty) declare certainty: Certainty
}

DutySchema.setClass(AdditionalDuty)

@ObjectType()
export class ImportActivityCataloguePayload {
  @Field(() => [DevelopmentActivity], { nullable: 'items' }) declare activities: ReadBack[]
}
