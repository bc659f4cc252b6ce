import { ObservationAction } from '../../generated/schema.ts'
import type { Step } from './act.ts'

const {
  PREPARE,
  SAVE,
  PROPOSE,
  AGREE,
  OFFER,
  ACCEPT,
  RESCHEDULE,
  CANCEL,
  RECORD,
  FINISH,
  SHARE,
  DISCUSS,
  FOLLOW_UP,
  REFLECT,
  CONCLUDE,
} = ObservationAction

const proposed: readonly Step<ObservationAction>[] = [
  [PREPARE, 0],
  [PROPOSE, 0],
]
const scheduled: readonly Step<ObservationAction>[] = [...proposed, [AGREE, 2]]
const shared: readonly Step<ObservationAction>[] = [...scheduled, [FINISH, 6], [SHARE, 1]]
const discussed: readonly Step<ObservationAction>[] = [...shared, [DISCUSS, 1]]
const followed: readonly Step<ObservationAction>[] = [...discussed, [FOLLOW_UP, 9]]
const ending: readonly Step<ObservationAction>[] = [
  [REFLECT, 8],
  [CONCLUDE, 3],
]

/** What a cycle goes through, step by step; a second `PREPARE` begins another one. */
export const observationCareers = {
  preparing: [[PREPARE, 0]],
  proposed,
  offered: [...proposed, [OFFER, 1]],
  scheduled,
  observing: [...scheduled, [RECORD, 6]],
  observed: [...scheduled, [FINISH, 6]],
  shared,
  discussed,
  followingUp: followed,
  reflected: [...followed, [REFLECT, 8]],
  completed: [...followed, ...ending],
  thorough: [
    [PREPARE, 0],
    [SAVE, 1],
    [PROPOSE, 0],
    [OFFER, 1],
    [ACCEPT, 1],
    [RECORD, 5],
    [FINISH, 0],
    [SHARE, 1],
    [DISCUSS, 1],
    [FOLLOW_UP, 8],
    [FOLLOW_UP, 7],
    ...ending,
  ],
  postponed: [
    ...scheduled,
    [RESCHEDULE, 2],
    [AGREE, 1],
    [FINISH, 6],
    [SHARE, 1],
    [DISCUSS, 2],
    [FOLLOW_UP, 9],
    ...ending,
  ],
  cancelled: [...scheduled, [CANCEL, 2]],
  again: [...scheduled, [CANCEL, 2], ...shared, [DISCUSS, 1], [FOLLOW_UP, 9], ...ending],
} as const satisfies Readonly<Record<string, readonly Step<ObservationAction>[]>>

export type ObservationCareer = keyof typeof observationCareers
