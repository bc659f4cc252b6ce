import type { EntityManager } from '@mikro-orm/postgresql'
import { v7 as newId } from 'uuid'
import { announce } from '../event/event.ts'
import type { NotificationKind } from '../generated/schema.ts'
import { Person } from '../person/person.ts'
import { Notification } from './notification.ts'

/** Something to tell people of. */
export interface Notice {
  readonly kind: NotificationKind
  /** The key of the plan it is about. */
  readonly plan: string
  /** Keys of people. */
  readonly recipients: readonly string[]
  readonly at: Date
}

/** Puts a line on the bell list of each, in the transaction of what it tells of. */
export function notify(em: EntityManager, { kind, plan, recipients, at }: Notice): void {
  for (const recipient of recipients) {
    const id = newId()
    const person = em.getReference(Person, recipient)
    em.create(Notification, { id, person, kind, planId: plan, at, readAt: null })
    announce(em, { topic: 'PERSON', subject: recipient, key: id, version: null })
  }
}
