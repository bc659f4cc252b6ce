import { defineEntity, p } from '@mikro-orm/core'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { Position, ViewerRole } from '../generated/schema.ts'
import { connectionOf } from '../page.ts'
import { Person } from '../person/person.ts'
import { Moment } from '../scalars.ts'

const EntrySchema = defineEntity({
  name: 'AuditEntry',
  properties: {
    id: p.bigint().primary(),
    at: p.datetime(),
    role: p.enum(() => ViewerRole),
    person: () => p.manyToOne(Person).nullable(),
    apiKeyId: p.uuid().nullable(),
    action: p.text(),
    type: p.text(),
    requestId: p.text().nullable(),
  },
})

@ObjectType()
export class AuditEntry extends EntrySchema.class {
  @Field(() => String) declare number: string
  @Field(() => Moment) declare at: Date
  @Field(() => ViewerRole) declare role: ViewerRole
  @Field(() => Person, { nullable: true }) declare person: Person | null
  @Field(() => ID, { nullable: true }) declare apiKey: string | null
  @Field(() => String) declare action: string
  @Field(() => String) declare type: string
  @Field(() => Int) declare subjectCount: number
  @Field(() => [Person]) declare subjects: Person[]
  @Field(() => String, { nullable: true }) declare requestId: string | null
}

EntrySchema.setClass(AuditEntry)

export const AuditEntryConnection = connectionOf('AuditEntry', () => AuditEntry)

@ObjectType()
class DataAccess {
  @Field(() => Moment) declare at: Date
  @Field(() => ViewerRole) declare role: ViewerRole
  @Field(() => String, { nullable: true }) declare name: string | null
  @Field(() => Position, { nullable: true }) declare position: Position | null
  @Field(() => String, { nullable: true }) declare apiKey: string | null
  @Field(() => String) declare action: string
  @Field(() => String) declare type: string
  @Field(() => String, { nullable: true }) declare requestId: string | null
}

export const DataAccessConnection = connectionOf('DataAccess', () => DataAccess)

@ObjectType()
export class DataExport {
  @Field(() => Person) declare person: Person
}
