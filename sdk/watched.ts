import type { Run } from './core.ts'
import {
  type NotificationsAnswer,
  type NotificationsQueryVariables,
  notificationsOperation,
  notifiedOperation,
  type PlanAnswer,
  planChangedOperation,
  planOperation,
} from './generated/operations.ts'
import { type Change, type WatchOptions, watch } from './watch.ts'

/** Functions that read something and go on telling what becomes of it; see `watch`. */
export interface Watches {
  /**
   * A plan with all it holds, at each step of it. Throws NOT_FOUND: none that the viewer may see, or not any more.
   *
   * @example
   * for await (const { type, data } of client.watchPlan({ id })) console.log(type, data?.status)
   */
  watchPlan(variables: { readonly id: string }, options?: WatchOptions): AsyncIterable<Change<PlanAnswer>>
  /**
   * The first page of the bell list, at each notification; `difference.added` is what is new. Throws FORBIDDEN: not a person.
   *
   * @example
   * for await (const { data } of client.watchNotifications({ unreadOnly: true })) badge(data.totalCount)
   */
  watchNotifications(
    variables?: Omit<NotificationsQueryVariables, 'after'>,
    options?: WatchOptions,
  ): AsyncIterable<Change<NotificationsAnswer>>
}

/** Binds what can be watched to what sends operations. */
export const watches = (run: Run): Watches => ({
  watchPlan: ({ id }, options) =>
    watch(
      (own) => run(planOperation, { id }, own),
      (own) => run(planChangedOperation, { id }, own),
      options,
    ),
  watchNotifications: (variables, options) =>
    watch(
      (own) => run(notificationsOperation, variables, own),
      (own) => run(notifiedOperation, {}, own),
      options,
    ),
})
