import { seesApiKey } from './api-keys.ts'
import type { Asked, Rules } from './asked.ts'
import { indicators, periods } from './catalogue.ts'
import { notificationsOf } from './notifications.ts'
import { seenObservations } from './observations.ts'
import { seenPlan } from './plans.ts'
import { seesAssignment, seesPerson } from './sight.ts'

/** Whatever has that id and is seen by the viewer. */
function find(id: string, asked: Asked): object | null {
  const { areas, offices, schools, people, assignments, catalogues, reports, apiKeys } = asked.world
  const rows = [
    ...areas,
    ...offices,
    ...schools,
    ...people.filter((person) => seesPerson(person, asked)),
    ...assignments.filter((assignment) => seesAssignment(assignment, asked)),
    ...[seenPlan((plan) => plan.id === id, asked) ?? []].flat(),
    ...notificationsOf(asked),
    ...seenObservations(asked),
    ...catalogues.flatMap(({ activities }) => activities),
    ...reports,
    ...apiKeys.filter((key) => seesApiKey(key, asked)),
    ...periods,
    ...indicators,
    ...indicators.flatMap(({ behaviours }) => behaviours),
  ]
  return rows.find((row) => row.id === id) ?? null
}

/** Anything by its id, and who is asking. */
export const nodeRules: Rules = {
  Query: {
    viewer: (_row: unknown, _args: unknown, { viewer }) => viewer,
    node: (_: unknown, { id }: { id: string }, asked) => find(id, asked),
    nodes: (_: unknown, { ids }: { ids: readonly string[] }, asked) => ids.map((id) => find(id, asked)),
  },
}
