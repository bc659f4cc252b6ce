import { defineEntity, p } from '@mikro-orm/core'
import type { EntityManager } from '@mikro-orm/postgresql'

/** What an event is about: a plan that changed, or a person who is told something. */
export type Topic = 'PLAN' | 'PERSON'

const EventSchema = defineEntity({
  name: 'Event',
  properties: {
    id: p.bigint().primary().autoincrement(),
    topic: p.text().$type<Topic>(),
    /** Whom or what it is about: who listens, listens to this. */
    subject: p.uuid(),
    /** What there is to read: the plan, or the notification. */
    key: p.uuid(),
    /** The plan's. */
    version: p.integer().nullable(),
  },
})

/** Something that happened, on its way to who listens (the outbox). */
export class Event extends EventSchema.class {}

EventSchema.setClass(Event)

/** Lets those who listen know, once the transaction is through; if it is not, nobody hears of it. */
export function announce(em: EntityManager, event: Pick<Event, 'topic' | 'subject' | 'key' | 'version'>): void {
  em.create(Event, event)
}
