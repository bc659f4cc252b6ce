import { Refusal } from './errors.ts'

/** How PostgreSQL writes a uuid. */
export const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** The types that have an id: its prefix, what stands behind it, and how a message calls it. */
export const identified = {
  Area: { prefix: 'are', key: /^\d\d(\.\d\d)?$/, column: 'text', called: 'an area' },
  Office: { prefix: 'off', key: /^\d\d(\.\d\d)?$/, column: 'text', called: 'an office' },
  School: { prefix: 'sch', key: /^\d{8}$/, column: 'text', called: 'a school' },
  Person: { prefix: 'per', key: uuid, column: 'uuid', called: 'a person' },
  Assignment: { prefix: 'asg', key: uuid, column: 'uuid', called: 'an assignment' },
  Period: { prefix: 'prd', key: /^\d{4}(-S\d)?$/, column: 'text', called: 'a period' },
  WindowExtension: { prefix: 'ext', key: uuid, column: 'uuid', called: 'a window extension' },
  Indicator: { prefix: 'ind', key: /^[A-Z_]{1,60}$/, column: 'text', called: 'an indicator' },
  TargetBehaviour: { prefix: 'beh', key: /^[A-Z_]{1,60}\.\d$/, column: 'text', called: 'a target behaviour' },
  DevelopmentActivity: { prefix: 'act', key: uuid, column: 'uuid', called: 'a development activity' },
  Plan: { prefix: 'pln', key: uuid, column: 'uuid', called: 'a plan' },
  Evidence: { prefix: 'evd', key: uuid, column: 'uuid', called: 'a piece of evidence' },
  Observation: { prefix: 'obs', key: uuid, column: 'uuid', called: 'an observation' },
  Notification: { prefix: 'ntf', key: uuid, column: 'uuid', called: 'a notification' },
  Appraisal: { prefix: 'apr', key: uuid, column: 'uuid', called: 'an appraisal' },
  OrganisationPredicate: { prefix: 'opr', key: uuid, column: 'uuid', called: "an organisation's predicate" },
  ImportReport: { prefix: 'imp', key: uuid, column: 'uuid', called: 'an import report' },
  ApiKey: { prefix: 'key', key: uuid, column: 'uuid', called: 'an API key' },
} as const satisfies Record<string, { prefix: string; key: RegExp; column: 'text' | 'uuid'; called: string }>

export type Identified = keyof typeof identified

const types = Object.keys(identified) as Identified[]

/** Which type an id names, and its key. Refuses what is no id of ours; `where` names the argument. */
export function parseId(id: string, where: string): { type: Identified; key: string } {
  const type = types.find((name) => id.startsWith(`${identified[name].prefix}_`))
  const key = id.slice(4)
  if (!type || !identified[type].key.test(key)) {
    throw new Refusal('BAD_USER_INPUT', `${where} is not an id: ids look like asg_… and come from earlier answers.`)
  }
  return { type, key }
}

/** The key in an id that must be of one type. Example: `keyOf('Office', 'off_35.78', 'filter.office')` is `35.78`. */
export function keyOf(expected: Identified, id: string, where: string): string {
  const { type, key } = parseId(id, where)
  if (type !== expected) {
    throw new Refusal(
      'BAD_USER_INPUT',
      `${where}: expected ${identified[expected].called}, got ${identified[type].called}.`,
    )
  }
  return key
}
