import type { Asked, ListArguments, Rules } from './asked.ts'
import { type Order, page } from './page.ts'
import { seenPlan } from './plans.ts'
import type { Random } from './random.ts'
import type { Notification, Person, Plan } from './world.ts'

const kinds = ['PLAN_SUBMITTED', 'PLAN_WITHDRAWN', 'PLAN_CLARIFIED', 'PLAN_ADJUSTED', 'PLAN_AGREED', 'PLAN_RESET']

/** Somebody or other was told of each plan, whoever he is to it now. */
export function drawNotifications(
  random: Random,
  people: readonly Person[],
  plans: readonly (Plan & { readonly owner: string })[],
): Notification[] {
  return [...plans, ...plans].map(({ id, owner }, index) => ({
    type: 'Notification',
    // the ids ascend in time
    id: `ntf_01980000-${index.toString(16).padStart(4, '0')}-7000-8000-${random.digits(12, 16)}`,
    personId: random.chance(50) ? owner : random.pick(people).id,
    planId: id,
    kind: random.pick(kinds),
    at: new Date(Date.UTC(2025, 0, 1) + index * 1_000_000).toISOString(),
    readAt: random.chance(50) ? '2025-08-16T17:00:00.000Z' : null,
  }))
}

/** Newest first. */
export const notificationOrder: Order<Notification> = {
  name: 'newest first',
  keys: ({ id }) => [id],
  descending: true,
}

/** The bell list of who asks. */
export const notificationsOf = ({ world, viewer }: Asked): Notification[] =>
  world.notifications.filter(({ personId }) => personId === viewer?.person)

const isUnread = ({ readAt }: Notification) => readAt === null

interface Notifications extends ListArguments {
  readonly unreadOnly: boolean | null
}

/** What people are told. */
export const notificationRules: Rules = {
  Query: {
    notifications: (_: unknown, { unreadOnly, first, after }: Notifications, asked) => {
      const found = notificationsOf(asked).filter((row) => !unreadOnly || isUnread(row))
      return page(asked.field, found, notificationOrder, first ?? 0, after)
    },
  },
  Viewer: {
    unreadCount: (_row: unknown, _args: unknown, asked) => notificationsOf(asked).filter(isUnread).length,
  },
  Notification: {
    plan: ({ planId }: Notification, _: unknown, asked) => seenPlan(({ id }) => id === planId, asked),
  },
}
