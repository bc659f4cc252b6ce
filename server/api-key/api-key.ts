import { defineEntity, p } from '@mikro-orm/core'
import { Field, ID, ObjectType } from 'type-graphql'
import { Scope } from '../generated/schema.ts'
import { Node } from '../node.ts'
import { Office } from '../organisation/organisation.ts'
import { connectionOf } from '../page.ts'
import { Person } from '../person/person.ts'
import type { ReadBack } from '../reader/read-back.ts'
import { Moment } from '../scalars.ts'

const ApiKeySchema = defineEntity({
  name: 'ApiKey',
  properties: {
    id: p.uuid().primary(),
    /** The first key of those that were made out of each other by rotation. */
    family: p.uuid(),
    name: p.text(),
    hint: p.text(),
    hash: p.blob().hidden(),
    scopes: p.array<Scope>(),
    office: () => p.manyToOne(Office),
    documentsOnly: p.boolean(),
    createdAt: p.datetime(),
    createdBy: () => p.manyToOne(Person).nullable(),
    expiresAt: p.datetime(),
    lastUsedAt: p.datetime().nullable(),
    revokedAt: p.datetime().nullable(),
  },
})

@ObjectType({ implements: Node })
export class ApiKey extends ApiKeySchema.class {
  @Field(() => ID) declare id: string
  @Field(() => String) declare name: string
  @Field(() => String) declare hint: string
  @Field(() => [Scope]) declare scopes: Scope[]
  @Field(() => Office) declare office: Office
  @Field(() => Boolean) declare documentsOnly: boolean
  @Field(() => Moment) declare createdAt: Date
  @Field(() => Person, { nullable: true }) declare createdBy: Person | null
  @Field(() => Moment) declare expiresAt: Date
  @Field(() => Moment, { nullable: true }) declare lastUsedAt: Date | null
  @Field(() => Moment, { nullable: true }) declare revokedAt: Date | null
}

ApiKeySchema.setClass(ApiKey)

/** Whether a key is accepted at a moment. */
export const isLive = ({ revokedAt, expiresAt }: Pick<ApiKey, 'revokedAt' | 'expiresAt'>, now: Date): boolean =>
  revokedAt === null && expiresAt > now

export const ApiKeyConnection = connectionOf('ApiKey', () => ApiKey)

@ObjectType()
export class CreateApiKeyPayload {
  @Field(() => ApiKey, { nullable: true }) declare apiKey: ReadBack
  @Field(() => String) declare secret: string
}

@ObjectType()
export class RotateApiKeyPayload {
  @Field(() => ApiKey, { nullable: true }) declare apiKey: ReadBack
  @Field(() => ApiKey, { nullable: true }) declare previous: ReadBack
  @Field(() => String) declare secret: string
}

@ObjectType()
export class RevokeApiKeyPayload {
  @Field(() => ApiKey, { nullable: true }) declare apiKey: ReadBack
}
