import type { MutationName } from '../access/policy.ts'
import { NotificationKind, ObservationAction, ObservationStatus } from '../generated/schema.ts'

/** The two sides of a cycle. */
export type Side = 'OBSERVED' | 'OBSERVER'

/** When a step may be taken: while execution is open, while execution or appraisal is (reflections), or on any day of the period. */
export type Season = 'EXECUTION' | 'REFLECTION' | 'PERIOD'

/** A step of a cycle. Who may take it says the policy, under the name of its mutation. */
export interface Step {
  readonly mutation: MutationName
  /** From where; nowhere: there is no cycle yet. */
  readonly from: readonly ObservationStatus[]
  readonly to: ObservationStatus
  readonly during: Season
  /** Who is told, but for who takes the step. */
  readonly tells?: readonly Side[]
  readonly as?: NotificationKind
}

const {
  PREPARING,
  PROPOSED,
  OFFERED,
  SCHEDULED,
  OBSERVING,
  OBSERVED,
  SHARED,
  DISCUSSED,
  FOLLOWING_UP,
  REFLECTED,
  COMPLETED,
  CANCELLED,
} = ObservationStatus

/** Every step there is. `README.md` draws it. */
export const workflow: Readonly<Record<ObservationAction, Step>> = {
  [ObservationAction.PREPARE]: { mutation: 'prepareObservation', from: [], to: PREPARING, during: 'EXECUTION' },
  [ObservationAction.SAVE]: { mutation: 'saveObservation', from: [PREPARING], to: PREPARING, during: 'EXECUTION' },
  [ObservationAction.PROPOSE]: {
    mutation: 'proposeObservation',
    from: [PREPARING],
    to: PROPOSED,
    during: 'EXECUTION',
    tells: ['OBSERVER'],
    as: NotificationKind.OBSERVATION_PROPOSED,
  },
  [ObservationAction.AGREE]: {
    mutation: 'agreeToObservation',
    from: [PROPOSED],
    to: SCHEDULED,
    during: 'EXECUTION',
    tells: ['OBSERVED'],
    as: NotificationKind.OBSERVATION_SCHEDULED,
  },
  [ObservationAction.OFFER]: {
    mutation: 'offerObservation',
    from: [PROPOSED, OFFERED, SCHEDULED],
    to: OFFERED,
    during: 'EXECUTION',
    tells: ['OBSERVED'],
    as: NotificationKind.OBSERVATION_RESCHEDULED,
  },
  [ObservationAction.ACCEPT]: {
    mutation: 'acceptObservation',
    from: [OFFERED],
    to: SCHEDULED,
    during: 'EXECUTION',
    tells: ['OBSERVER'],
    as: NotificationKind.OBSERVATION_SCHEDULED,
  },
  [ObservationAction.RESCHEDULE]: {
    mutation: 'rescheduleObservation',
    from: [PROPOSED, OFFERED, SCHEDULED],
    to: PROPOSED,
    during: 'EXECUTION',
    tells: ['OBSERVER'],
    as: NotificationKind.OBSERVATION_RESCHEDULED,
  },
  [ObservationAction.CANCEL]: {
    mutation: 'cancelObservation',
    from: [PREPARING, PROPOSED, OFFERED, SCHEDULED, OBSERVING],
    to: CANCELLED,
    during: 'PERIOD',
    tells: ['OBSERVED', 'OBSERVER'],
    as: NotificationKind.OBSERVATION_CANCELLED,
  },
  [ObservationAction.RECORD]: {
    mutation: 'recordObservation',
    from: [SCHEDULED, OBSERVING],
    to: OBSERVING,
    during: 'EXECUTION',
  },
  [ObservationAction.FINISH]: {
    mutation: 'finishObservation',
    from: [SCHEDULED, OBSERVING],
    to: OBSERVED,
    during: 'EXECUTION',
  },
  [ObservationAction.SHARE]: {
    mutation: 'shareObservation',
    from: [OBSERVED],
    to: SHARED,
    during: 'EXECUTION',
    tells: ['OBSERVED'],
    as: NotificationKind.OBSERVATION_SHARED,
  },
  [ObservationAction.DISCUSS]: {
    mutation: 'discussObservation',
    from: [SHARED],
    to: DISCUSSED,
    during: 'EXECUTION',
    tells: ['OBSERVED'],
    as: NotificationKind.OBSERVATION_DISCUSSED,
  },
  [ObservationAction.FOLLOW_UP]: {
    mutation: 'followUpObservation',
    from: [DISCUSSED, FOLLOWING_UP],
    to: FOLLOWING_UP,
    during: 'EXECUTION',
    tells: ['OBSERVER'],
    as: NotificationKind.OBSERVATION_FOLLOWED_UP,
  },
  [ObservationAction.REFLECT]: {
    mutation: 'reflectOnObservation',
    from: [FOLLOWING_UP],
    to: REFLECTED,
    during: 'REFLECTION',
    tells: ['OBSERVER'],
    as: NotificationKind.OBSERVATION_REFLECTED,
  },
  [ObservationAction.CONCLUDE]: {
    mutation: 'concludeObservation',
    from: [REFLECTED],
    to: COMPLETED,
    during: 'REFLECTION',
    tells: ['OBSERVED'],
    as: NotificationKind.OBSERVATION_COMPLETED,
  },
}

/** Whose turn it is: who must do something before the cycle goes on. */
export const turns: Readonly<Record<Side, readonly ObservationStatus[]>> = {
  OBSERVED: [PREPARING, OFFERED, DISCUSSED, FOLLOWING_UP],
  OBSERVER: [PROPOSED, SCHEDULED, OBSERVING, OBSERVED, SHARED, REFLECTED],
}

/** Where a cycle is over, and another can begin. */
export const over: readonly ObservationStatus[] = [COMPLETED, CANCELLED]

/** Where nothing has been observed yet, so that what is to be observed must stand in the plan. */
export const ahead: readonly ObservationStatus[] = [PROPOSED, OFFERED, SCHEDULED, OBSERVING]
