import { defineEntity, type OptionalProps, p } from '@mikro-orm/core'
import { Field, ID, InputType, ObjectType } from 'type-graphql'
import { v7 as newId } from 'uuid'
import { type ExtendWindowInput as Input, Stage } from '../generated/schema.ts'
import { Node } from '../node.ts'
import { Office } from '../organisation/organisation.ts'
import type { ReadBack } from '../reader/read-back.ts'
import { Day, Moment } from '../scalars.ts'
import { Period } from './period.ts'

const ExtensionSchema = defineEntity({
  name: 'WindowExtension',
  properties: {
    id: p
      .uuid()
      .primary()
      .onCreate(() => newId()),
    period: () => p.manyToOne(Period),
    stage: p.enum(() => Stage),
    office: () => p.manyToOne(Office),
    validity: p.string().columnType('daterange'),
    reason: p.text(),
    createdAt: p.datetime(),
  },
})

@ObjectType({ implements: Node })
export class WindowExtension extends ExtensionSchema.class {
  declare [OptionalProps]?: 'from' | 'until'
  @Field(() => ID) declare id: string
  @Field(() => Period) declare period: Period
  @Field(() => Stage) declare stage: Stage
  @Field(() => Office) declare office: Office
  @Field(() => Day) declare from: string
  @Field(() => Day) declare until: string
  @Field(() => String) declare reason: string
  @Field(() => Moment) declare createdAt: Date
}

ExtensionSchema.setClass(WindowExtension)

@InputType()
export class ExtendWindowInput implements Input {
  @Field(() => String) declare period: string
  @Field(() => Stage) declare stage: Stage
  @Field(() => ID) declare office: string
  @Field(() => Day, { nullable: true }) declare from: string | null
  @Field(() => Day) declare until: string
  @Field(() => String) declare reason: string
}

@ObjectType()
export class ExtendWindowPayload {
  @Field(() => WindowExtension, { nullable: true }) declare extension: ReadBack
}
