import { mutations, relations } from '../../server/access/policy.ts'
import { type Side, type Step, workflow } from '../../server/observation/workflow.ts'
import { drawStates, drawSteps } from '../drawing.ts'

const steps = Object.entries(workflow)

const seasons: Readonly<Record<Step['during'], string>> = {
  EXECUTION: 'while execution is open',
  REFLECTION: 'while execution or appraisal is open',
  PERIOD: 'on any day of the period',
}

const sides: Readonly<Record<Side, string>> = { OBSERVED: 'the observed', OBSERVER: 'the observer' }

/** The workflow as Markdown: a diagram, and a table of all steps. */
export const drawWorkflow = (): string =>
  `${drawStates(steps.flatMap(arrows))}\n${drawSteps(steps.map(([action, step]) => cells(action, step)))}`

const arrows = ([action, { mutation, from, to }]: [string, Step]) => [
  ...(action === 'PREPARE' ? ['[*]'] : from).map((status) => `${status} --> ${to}: ${mutation}`),
  ...(action === 'CANCEL' || action === 'CONCLUDE' ? [`${to} --> [*]`] : []),
]

function cells(action: string, { mutation, from, to, during, tells = [], as }: Step): string[] {
  const allowed = mutations[mutation]
  const who = [
    ...(allowed.includes('SELF') ? [relations.SELF] : []),
    ...(allowed.includes('APPRAISER') && allowed.includes('WORK_TEAM') ? ['the observer'] : []),
  ]
  const start = from.join(', ') || 'no cycle that is not over'
  const told = tells.map((side) => sides[side]).join(', ')
  return [action, mutation, who.join('; '), start, to, seasons[during], told, as ?? '']
}
