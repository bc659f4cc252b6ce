import type { Scope } from '../generated/schema.ts'
import type { Relation } from './relation.ts'

type Groups = Readonly<Record<string, readonly Relation[]>>

/** Who sees a row of each type of the SDL, by groups of its fields. The first group stands for the row itself. */
export const policy = {
  Person: {
    NAME: ['SELF', 'SUPERVISOR', 'WORK_TEAM', 'OFFICE_ADMIN', 'INTEGRATION', 'OPERATOR'],
    NUMBERS: ['SELF', 'SUPERVISOR', 'OFFICE_ADMIN', 'INTEGRATION', 'OPERATOR'],
    PRIVATE: ['SELF', 'SUPERVISOR', 'OPERATOR'],
  },
  Assignment: { ALL: ['SELF', 'SUPERVISOR', 'WORK_TEAM', 'OFFICE_ADMIN', 'INTEGRATION', 'OPERATOR'] },
  SupervisionNode: { ALL: ['SELF', 'SUPERVISOR', 'WORK_TEAM', 'OFFICE_ADMIN', 'INTEGRATION', 'OPERATOR'] },
  // those above an assignment, as whoever sees it may know them
  SupervisionLink: { ALL: ['SELF', 'SUPERVISOR', 'WORK_TEAM', 'OFFICE_ADMIN', 'INTEGRATION', 'OPERATOR'] },
  Area: { ALL: ['SIGNED_IN'] },
  Office: { ALL: ['SIGNED_IN'] },
  School: { ALL: ['SIGNED_IN'] },
  ReportCardScore: { ALL: ['SIGNED_IN'] },
  Viewer: { ALL: ['SIGNED_IN'] },
  Period: { ALL: ['ANYBODY'] },
  Window: { ALL: ['ANYBODY'] },
  Indicator: { ALL: ['ANYBODY'] },
  TargetBehaviour: { ALL: ['ANYBODY'] },
  ImportReport: { ALL: ['OPERATOR'] },
  ImportFile: { ALL: ['OPERATOR'] },
  ImportRefusal: { ALL: ['OPERATOR'] },
} as const satisfies Readonly<Record<string, Groups>>

/** Which fields are in which group, for types that have several: each field is in one. */
export const fields = {
  Person: {
    NAME: ['id', 'key', 'name', 'employment', 'rank', 'assignments'],
    NUMBERS: ['nip', 'nuptk'],
    PRIVATE: ['sex', 'birthDate', 'email'],
  },
} as const satisfies { readonly [Type in keyof typeof policy]?: Readonly<Record<string, readonly string[]>> }

/** What an API key must be for, to be INTEGRATION to a row of the type. */
export const scopes = {
  Person: 'SUPERVISION_READ',
  Assignment: 'SUPERVISION_READ',
} as const satisfies { readonly [Type in keyof typeof policy]?: `${Scope}` }
