import type { EntityManager } from '@mikro-orm/postgresql'
import type { Viewer } from '../access/viewer.ts'
import { Refusal } from '../errors.ts'
import { Notification } from './notification.ts'

/** Marks the viewer's unread notifications as read: those named, or all. Tells how many there were. Refuses those of others. */
export async function markRead(
  em: EntityManager,
  { person }: Viewer,
  keys: readonly string[] | null,
  now: Date,
): Promise<{ marked: number }> {
  if (person === null) return { marked: 0 }
  const named = keys === null ? {} : { id: { $in: [...keys] } }
  if (keys && (await em.count(Notification, { person, ...named })) < new Set(keys).size)
    throw new Refusal('NOT_FOUND', 'Among these is no notification of yours.')
  const marked = await em.nativeUpdate(Notification, { person, readAt: null, ...named }, { readAt: now })
  return { marked }
}
