import { defineEntity, p } from '@mikro-orm/core'
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql'
import { v7 as newId } from 'uuid'
import { Basis, Employment, Position, Sex } from '../generated/schema.ts'
import { Node } from '../node.ts'
import { Office, School } from '../organisation/organisation.ts'
import { Day } from '../scalars.ts'
import { Nip } from './nip.scalar.ts'

registerEnumType(Employment, { name: 'Employment' })
registerEnumType(Sex, { name: 'Sex' })
registerEnumType(Position, { name: 'Position' })
registerEnumType(Basis, { name: 'Basis' })

const PersonSchema = defineEntity({
  name: 'Person',
  properties: {
    id: p
      .uuid()
      .primary()
      .onCreate(() => newId()),
    key: p.text().unique(),
    name: p.text(),
    nip: p.text().nullable(),
    nuptk: p.text().nullable(),
    employment: p.enum(() => Employment),
    rank: p.text().nullable(),
    sex: p.enum(() => Sex),
    birthDate: p.date(),
    email: p.text().nullable(),
  },
})

@ObjectType({ implements: Node })
export class Person extends PersonSchema.class {
  @Field(() => ID) declare id: string
  @Field(() => String) declare key: string
  @Field(() => String) declare name: string
  @Field(() => Nip, { nullable: true }) declare nip: string | null
  @Field(() => String, { nullable: true }) declare nuptk: string | null
  @Field(() => Employment) declare employment: Employment
  @Field(() => String, { nullable: true }) declare rank: string | null
  @Field(() => Sex, { nullable: true }) declare sex: Sex
  @Field(() => Day, { nullable: true }) declare birthDate: string
  @Field(() => String, { nullable: true }) declare email: string | null
}

PersonSchema.setClass(Person)

const AssignmentSchema = defineEntity({
  name: 'Assignment',
  properties: {
    id: p
      .uuid()
      .primary()
      .onCreate(() => newId()),
    key: p.text().unique(),
    person: () => p.manyToOne(Person),
    position: p.enum(() => Position),
    basis: p.enum(() => Basis),
    school: () => p.manyToOne(School).nullable(),
    office: () => p.manyToOne(Office).nullable(),
    /** From the first day to the first day after the end, as PostgreSQL writes it: `[2023-07-01,)`. */
    validity: p.string().columnType('daterange'),
    decree: p.text().nullable(),
  },
})

@ObjectType({ implements: Node })
export class Assignment extends AssignmentSchema.class {
  @Field(() => ID) declare id: string
  @Field(() => String) declare key: string
  @Field(() => Person) declare person: Person
  @Field(() => Position) declare position: Position
  @Field(() => Basis) declare basis: Basis
  @Field(() => School, { nullable: true }) declare school: School | null
  @Field(() => Office, { nullable: true }) declare office: Office | null
  @Field(() => Day) declare from: string
  @Field(() => Day, { nullable: true }) declare until: string | null
  @Field(() => String, { nullable: true }) declare decree: string | null
}

AssignmentSchema.setClass(Assignment)
