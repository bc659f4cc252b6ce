import { defineEntity, p } from '@mikro-orm/core'
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql'
import { AreaLevel, Ownership, SchoolLevel } from '../generated/schema.ts'
import { Node } from '../node.ts'

registerEnumType(AreaLevel, { name: 'AreaLevel' })
registerEnumType(SchoolLevel, { name: 'SchoolLevel' })
registerEnumType(Ownership, { name: 'Ownership' })

const AreaSchema = defineEntity({
  name: 'Area',
  properties: {
    code: p.text().primary(),
    name: p.text(),
    level: p.enum(() => AreaLevel),
    parent: () => p.manyToOne(Area).nullable(),
  },
})

@ObjectType({ implements: Node })
export class Area extends AreaSchema.class {
  @Field(() => ID) declare id: string
  @Field(() => String) declare code: string
  @Field(() => String) declare name: string
  @Field(() => AreaLevel) declare level: AreaLevel
  @Field(() => Area, { nullable: true }) declare parent: Area | null
}

AreaSchema.setClass(Area)

const OfficeSchema = defineEntity({
  name: 'Office',
  properties: {
    code: p.text().primary(),
    name: p.text(),
    level: p.enum(() => AreaLevel),
    parent: () => p.manyToOne(Office).nullable(),
  },
})

@ObjectType({ implements: Node })
export class Office extends OfficeSchema.class {
  @Field(() => ID) declare id: string
  @Field(() => String) declare code: string
  @Field(() => String) declare name: string
  @Field(() => AreaLevel) declare level: AreaLevel
  @Field(() => Office, { nullable: true }) declare parent: Office | null
}

OfficeSchema.setClass(Office)

const SchoolSchema = defineEntity({
  name: 'School',
  properties: {
    npsn: p.text().primary(),
    name: p.text(),
    level: p.enum(() => SchoolLevel),
    ownership: p.enum(() => Ownership),
    district: () => p.manyToOne(Area),
    office: () => p.manyToOne(Office),
  },
})

@ObjectType({ implements: Node })
export class School extends SchoolSchema.class {
  @Field(() => ID) declare id: string
  @Field(() => String) declare npsn: string
  @Field(() => String) declare name: string
  @Field(() => SchoolLevel) declare level: SchoolLevel
  @Field(() => Ownership) declare ownership: Ownership
  @Field(() => Area) declare district: Area
  @Field(() => Office) declare office: Office
}

SchoolSchema.setClass(School)
