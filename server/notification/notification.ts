import { defineEntity, p } from '@mikro-orm/core'
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { v7 as newId } from 'uuid'
import { NotificationKind } from '../generated/schema.ts'
import { Node } from '../node.ts'
import { connectionOf } from '../page.ts'
import { Person } from '../person/person.ts'
import { Moment } from '../scalars.ts'

registerEnumType(NotificationKind, { name: 'NotificationKind' })

const NotificationSchema = defineEntity({
  name: 'Notification',
  properties: {
    id: p
      .uuid()
      .primary()
      .onCreate(() => newId()),
    person: () => p.manyToOne(Person),
    kind: p.enum(() => NotificationKind),
    planId: p.uuid(),
    at: p.datetime(),
    readAt: p.datetime().nullable(),
  },
})

@ObjectType({ implements: Node })
export class Notification extends NotificationSchema.class {
  @Field(() => ID) declare id: string
  @Field(() => NotificationKind) declare kind: NotificationKind
  @Field(() => Moment) declare at: Date
  @Field(() => Moment, { nullable: true }) declare readAt: Date | null
}

NotificationSchema.setClass(Notification)

export const NotificationConnection = connectionOf('Notification', () => Notification)

@ObjectType()
export class MarkNotificationsReadPayload {
  @Field(() => Int) declare marked: number
}
