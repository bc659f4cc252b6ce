import { mutations, relations } from '../../server/access/policy.ts'
import { type Recipient, type Route, type Season, type Step, workflow } from '../../server/appraisal/workflow.ts'
import { drawStates, drawSteps } from '../drawing.ts'

const steps = Object.entries(workflow)

const routes: Readonly<Record<Route, string>> = {
  ORGANISATION: "Teachers' appraisals",
  DECISION: "Principals' appraisals",
}

const seasons: Readonly<Record<Season, string>> = { APPRAISAL: 'while appraisal is open', ANY_DAY: 'on any day' }

const recipients: Readonly<Record<Recipient, string>> = {
  OWNER: 'its owner, once it is given',
  APPRAISER: 'the direct supervisor',
  WORK_TEAM: 'the work team',
  SUPERIOR: "the direct supervisor's supervisor",
}

/** The workflow as Markdown: a diagram for each route, and a table of all steps. */
export const drawWorkflow = (): string =>
  `${Object.entries(routes)
    .map(([route, title]) => `${title}:\n\n${drawStates(arrowsOf(route as Route))}`)
    .join('\n')}\n${drawSteps(steps.map(([action, step]) => cells(action, step)))}`

const arrowsOf = (route: Route) =>
  steps.flatMap(([action, { mutation, from, to }]) =>
    (action === 'DRAFT' ? ['[*]'] : from[route]).map((status) => `${status} --> ${to}: ${mutation}`),
  )

function cells(action: string, { mutation, from, to, during, tells, as }: Step): string[] {
  const who = mutations[mutation].map((relation) => relations[relation].replace(/, on the day$/, ''))
  const start = action === 'DRAFT' ? 'no appraisal yet' : both(from, (status) => status)
  const told = as ? both(tells, (recipient) => recipients[recipient]) : ''
  return [action, mutation, who.join('; '), start, to, seasons[during], told, as ?? '']
}

/** What both routes have, said once; where they differ, each by its name. */
function both<Value extends string>(values: Readonly<Record<Route, readonly Value[]>>, say: (value: Value) => string) {
  const [teachers, principals] = [values.ORGANISATION, values.DECISION].map((some) => some.map(say).join(', ')) as [
    string,
    string,
  ]
  if (teachers === principals) return teachers
  return [teachers && `teachers: ${teachers}`, principals && `principals: ${principals}`].filter(Boolean).join('; ')
}
