import { mutations, relations } from '../../server/access/policy.ts'
import { type Recipient, type Route, type Step, workflow } from '../../server/plan/workflow.ts'
import { drawStates, drawSteps } from '../drawing.ts'

const steps = Object.entries(workflow)

const routes: Readonly<Record<Route, string>> = {
  DIRECT: 'of teachers, and of principals without a work team',
  CLARIFIED: 'of principals with a work team (Tim Kerja)',
}

const seasons: Readonly<Record<Step['during'], string>> = {
  PLANNING: 'while planning is open, or late',
  PERIOD: 'on any day of the period',
}

const recipients: Readonly<Record<Recipient, string>> = {
  OWNER: 'its owner',
  APPRAISER: 'the direct supervisor',
  WORK_TEAM: 'the work team',
}

/** The workflow as Markdown: a diagram for each route, and a table of all steps. */
export const drawWorkflow = (): string =>
  `${Object.entries(routes)
    .map(([route, whose]) => `The plans ${whose}:\n\n${drawStates(arrowsOf(route as Route))}`)
    .join('\n')}\n${drawSteps(steps.map(([action, step]) => cells(action, step)))}`

const arrowsOf = (route: Route) =>
  steps.flatMap(([action, { mutation, from, to }]) =>
    (action === 'DRAFT' ? ['[*]'] : from[route]).map((status) => `${status} --> ${to}: ${mutation}`),
  )

function cells(action: string, { mutation, from, to, during, tells, as }: Step): string[] {
  const who = mutations[mutation].map((relation) => relations[relation].replace(/, on the day$/, ''))
  const start = action === 'DRAFT' ? 'no plan yet' : both(from, (status) => status)
  const told = as ? both(tells, (recipient) => recipients[recipient]) : ''
  return [action, mutation, who.join('; '), start, to, seasons[during], told, as ?? '']
}

/** What both routes have, said once; where they differ, the second one after "with a work team". */
function both<Value extends string>(values: Readonly<Record<Route, readonly Value[]>>, say: (value: Value) => string) {
  const [direct, clarified] = [values.DIRECT, values.CLARIFIED].map((some) => some.map(say).join(', ')) as [
    string,
    string,
  ]
  if (direct === clarified) return direct
  return [direct, `with a work team: ${clarified}`].filter(Boolean).join('; ')
}
