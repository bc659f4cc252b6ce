/** The rules of a plan once more, plainly: what must happen, whatever the server's own table says. */

export const people = ['Sari', 'Budi', 'Dewi', 'Ratna', 'Agus', 'Hadi', 'Wati'] as const
export type Somebody = (typeof people)[number]
export type Actor = Somebody | 'operator'
export const actors: readonly Actor[] = [...people, 'operator']

/** Whose plans there are: a teacher's, and that of a principal with a work team. */
export type Owner = 'Sari' | 'Budi'
export const owners: readonly Owner[] = ['Sari', 'Budi']

export type Period = '2024-S1' | '2026'

/** What somebody plans, as far as rules look at it. */
export interface Content {
  readonly indicator: 'none' | 'one' | 'another' | 'of the other position'
  /** Their numbers. */
  readonly behaviours: readonly number[]
  /** Whether one of them is another indicator's. */
  readonly strays: boolean
  /** How often: 8 points each, for both positions; 36 each, for teachers; no known points, for teachers. */
  readonly trainings: number
  readonly communities: number
  readonly programmes: number
  readonly duty: boolean
  readonly expectation: string | null
}

const nothing: Content = {
  indicator: 'none',
  behaviours: [],
  strays: false,
  trainings: 0,
  communities: 0,
  programmes: 0,
  duty: false,
  expectation: null,
}

export interface Plan {
  status: string
  version: number
  content: Content
  /** As it was before the last adjustment. */
  handedIn: Content
  wasReset: boolean
  readonly actions: string[]
}

/** What there is after so many steps. */
export interface Model {
  readonly period: Period
  readonly plans: Partial<Record<Owner, Plan>>
  readonly told: Readonly<Record<Somebody, string[]>>
}

export const begin = (period: Period): Model => ({
  period,
  plans: {},
  told: { Sari: [], Budi: [], Dewi: [], Ratna: [], Agus: [], Hadi: [], Wati: [] },
})

/** A step, as somebody asks for it. */
export interface Attempt {
  readonly owner: Owner
  readonly action: string
  readonly actor: Actor
  /** How far the version is from the plan's own. */
  readonly off: number
  readonly content: Content
  /** The items that notes are given on. */
  readonly noted: readonly string[]
}

const ownersSteps = ['DRAFT', 'SAVE', 'SUBMIT', 'WITHDRAW', 'AGREE', 'SEND_BACK', 'REQUEST_RESET']
const operatorsSteps = ['GRANT_RESET', 'REFUSE_RESET']
const supervisorsSteps = ['REVIEW', 'APPROVE', 'ADJUST']
const teamsSteps = ['REVIEW', 'CLARIFY']
export const actions = [...new Set([...ownersSteps, ...operatorsSteps, ...supervisorsSteps, ...teamsSteps])]

const supervisor = { Sari: 'Budi', Budi: 'Ratna' } as const
/** Who knows of a plan. Hadi led the school before, Agus is a colleague; Wati is admin of the office. */
const knowing: Readonly<Record<Owner, readonly Actor[]>> = {
  Sari: ['Sari', 'Budi', 'Ratna', 'Wati', 'operator'],
  Budi: ['Budi', 'Ratna', 'Dewi', 'Wati', 'operator'],
}

function mayTake({ owner, action, actor }: Attempt): boolean {
  if (actor === owner) return ownersSteps.includes(action)
  if (actor === 'operator') return operatorsSteps.includes(action)
  if (actor === supervisor[owner]) return supervisorsSteps.includes(action)
  return actor === 'Dewi' && owner === 'Budi' && teamsSteps.includes(action)
}

/** From where a step goes: Budi's plan is clarified before it is decided about. */
function startsFrom(action: string, owner: Owner): readonly string[] {
  const ripe = owner === 'Budi' ? ['CLARIFIED'] : ['SUBMITTED', 'IN_REVIEW']
  switch (action) {
    case 'SAVE':
    case 'SUBMIT':
      return ['DRAFT']
    case 'WITHDRAW':
    case 'REVIEW':
      return ['SUBMITTED']
    case 'CLARIFY':
      return owner === 'Budi' ? ['SUBMITTED', 'IN_REVIEW'] : []
    case 'APPROVE':
    case 'ADJUST':
      return ripe
    case 'AGREE':
    case 'SEND_BACK':
      return ['ADJUSTED']
    case 'REQUEST_RESET':
      return ['AGREED']
    case 'GRANT_RESET':
    case 'REFUSE_RESET':
      return ['RESET_REQUESTED']
    default:
      return []
  }
}

const isWhole = ({ indicator, behaviours }: Content) => indicator !== 'none' && behaviours.length > 0

function canBeChosen(content: Content, owner: Owner, period: Period): boolean {
  const { indicator, behaviours, strays, trainings, communities, programmes, duty } = content
  if (indicator === 'of the other position') return false
  if (indicator === 'none' && behaviours.length) return false
  if (strays) return false
  if (period === '2026' && trainings + communities + programmes) return false
  return owner === 'Sari' || (!communities && !programmes && !duty)
}

/** The items that become others. */
function changed(before: Content, after: Content): string[] {
  const differ = (...fields: (keyof Content)[]) =>
    fields.some((field) => String(before[field]) !== String(after[field]))
  return [
    ...(differ('indicator') ? ['INDICATOR'] : []),
    ...(differ('behaviours') || (differ('indicator') && after.behaviours.length) ? ['BEHAVIOUR'] : []),
    ...(differ('trainings', 'communities', 'programmes') ? ['ACTIVITY'] : []),
    ...(differ('duty') ? ['DUTY'] : []),
    ...(differ('expectation') ? ['EXPECTATION'] : []),
  ]
}

/** The code an attempt is refused with; null where it goes through. */
export function refusal({ plans, period }: Model, attempt: Attempt): string | null {
  const { owner, action, actor, off, content, noted } = attempt
  const plan = plans[owner]
  // a person is never an operator, and an operator never a person
  if ((actor === 'operator') !== operatorsSteps.includes(action)) return 'FORBIDDEN'
  if ((!plan && action !== 'DRAFT') || !knowing[owner].includes(actor)) return 'NOT_FOUND'
  if (!mayTake(attempt)) return 'FORBIDDEN'
  if (action === 'DRAFT') {
    if (!canBeChosen(content, owner, period) || content.expectation) return 'BAD_USER_INPUT'
    return plan ? 'CONFLICT' : null
  }
  if (!plan) return 'NOT_FOUND'
  if (off || !startsFrom(action, owner).includes(plan.status)) return 'CONFLICT'
  if (action === 'REQUEST_RESET' && plan.wasReset) return 'CONFLICT'
  if (action === 'SUBMIT' && !isWhole(plan.content)) return 'BAD_USER_INPUT'
  if (action !== 'SAVE' && action !== 'ADJUST') return null
  if (!canBeChosen(content, owner, period)) return 'BAD_USER_INPUT'
  if (action === 'SAVE')
    return content.expectation && content.expectation !== plan.content.expectation ? 'BAD_USER_INPUT' : null
  const items = changed(plan.content, content)
  const isExplained = items.length && items.every((item) => noted.includes(item))
  return isWhole(content) && isExplained ? null : 'BAD_USER_INPUT'
}

/** Who is told of a step, and as what. */
function news(owner: Owner, action: string): readonly [string, readonly Somebody[]] {
  const reviewer = owner === 'Budi' ? 'Dewi' : 'Budi'
  switch (action) {
    case 'SUBMIT':
      return ['PLAN_SUBMITTED', [reviewer]]
    case 'WITHDRAW':
      return ['PLAN_WITHDRAWN', [reviewer]]
    case 'CLARIFY':
      return ['PLAN_CLARIFIED', [supervisor[owner], owner]]
    case 'APPROVE':
      return ['PLAN_AGREED', [owner]]
    case 'ADJUST':
      return ['PLAN_ADJUSTED', [owner]]
    case 'AGREE':
      return ['PLAN_AGREED', [supervisor[owner]]]
    case 'SEND_BACK':
      return ['PLAN_SENT_BACK', owner === 'Budi' ? ['Ratna', 'Dewi'] : ['Budi']]
    case 'GRANT_RESET':
      return ['PLAN_RESET', [owner, supervisor[owner]]]
    case 'REFUSE_RESET':
      return ['PLAN_RESET_REFUSED', [owner]]
    default:
      return ['', []]
  }
}

const leadsTo: Readonly<Record<string, string>> = {
  DRAFT: 'DRAFT',
  SAVE: 'DRAFT',
  SUBMIT: 'SUBMITTED',
  WITHDRAW: 'DRAFT',
  REVIEW: 'IN_REVIEW',
  CLARIFY: 'CLARIFIED',
  APPROVE: 'AGREED',
  ADJUST: 'ADJUSTED',
  AGREE: 'AGREED',
  SEND_BACK: 'SUBMITTED',
  REQUEST_RESET: 'RESET_REQUESTED',
  GRANT_RESET: 'DRAFT',
  REFUSE_RESET: 'AGREED',
}

/** Does what goes through. */
export function apply({ plans, told }: Model, { owner, action, content }: Attempt): void {
  plans[owner] ??= { status: '', version: 0, content: nothing, handedIn: nothing, wasReset: false, actions: [] }
  const plan = plans[owner]
  plan.status = leadsTo[action] ?? ''
  plan.version += 1
  plan.actions.push(action)
  if (action === 'ADJUST') plan.handedIn = plan.content
  if (action === 'DRAFT' || action === 'SAVE' || action === 'ADJUST') plan.content = content
  if (action === 'SEND_BACK') plan.content = plan.handedIn
  if (action === 'GRANT_RESET') plan.wasReset = true
  const [kind, recipients] = news(owner, action)
  for (const recipient of recipients) told[recipient].push(kind)
}

/** What a plan adds up to, and what both sides should look at. */
export function sum({ period }: Model, { content }: Plan): { points: number | null; warnings: string[] } {
  const { trainings, communities, programmes } = content
  const incomplete = isWhole(content) ? [] : ['INCOMPLETE']
  if (period === '2026') return { points: null, warnings: incomplete }
  const points = trainings * 8 + communities * 36
  const range = [...(points < 32 ? ['POINTS_BELOW'] : []), ...(points > 128 ? ['POINTS_ABOVE'] : [])]
  return { points, warnings: [...incomplete, ...range, ...(programmes ? ['POINTS_UNKNOWN'] : [])] }
}

/** Whose plans wait for somebody. */
export const waiting = ({ plans }: Model, actor: Actor): Owner[] =>
  owners.filter((owner) => {
    const status = plans[owner]?.status ?? ''
    if (actor === 'operator') return status === 'RESET_REQUESTED'
    if (actor === owner) return ['DRAFT', 'ADJUSTED'].includes(status)
    if (actor === supervisor[owner]) return startsFrom('APPROVE', owner).includes(status)
    return actor === 'Dewi' && startsFrom('CLARIFY', owner).includes(status)
  })
