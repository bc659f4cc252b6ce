import { defineEntity, p } from '@mikro-orm/core'
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { v7 as newId } from 'uuid'
import { Basis, Capacity, Position } from '../generated/schema.ts'
import { Assignment } from '../person/person.ts'
import { Day } from '../scalars.ts'

registerEnumType(Capacity, { name: 'Capacity' })

const SupervisionSchema = defineEntity({
  name: 'Supervision',
  properties: {
    id: p
      .uuid()
      .primary()
      .onCreate(() => newId()),
    subordinate: () => p.manyToOne(Assignment),
    supervisor: () => p.manyToOne(Assignment),
    capacity: p.enum(() => Capacity),
    validity: p.string().columnType('daterange'),
    reason: p.text().nullable(),
    decree: p.text().nullable(),
  },
})

/** Who supervises whom, in which capacity, from when until when. `supervision_path` holds what follows from it. */
export class Supervision extends SupervisionSchema.class {}

SupervisionSchema.setClass(Supervision)

@ObjectType()
export class SupervisionNode {
  @Field(() => ID) declare id: string
  @Field(() => ID, { nullable: true }) declare parentId: string | null
  @Field(() => Int) declare depth: number
  @Field(() => Int) declare childCount: number
  @Field(() => Int) declare descendantCount: number
  @Field(() => Assignment) declare assignment: Assignment
}

@ObjectType()
export class SupervisionLink {
  @Field(() => Int) declare depth: number
  @Field(() => Capacity) declare capacity: Capacity
  @Field(() => String) declare name: string
  @Field(() => Position) declare position: Position
  @Field(() => Basis) declare basis: Basis
  @Field(() => String) declare place: string
  @Field(() => Day) declare from: string
  @Field(() => Day, { nullable: true }) declare until: string | null
  @Field(() => Assignment, { nullable: true }) declare assignment: Assignment | null
}
