import { seenIn, suggested } from './appraising.ts'
import { calendars, dayOf, daysAfter, isOpen } from './calendar.ts'
import { head, isInsider, knowsOf, those } from './cast.ts'
import { type Action, type Attempt, aboutIn, behavioursOf, type Cycle, type Model } from './model.ts'
import { type Party, ruleOf, type Step } from './rules.ts'

/** The code an attempt is refused with; null where it goes through. */
export function refusal(model: Model, attempt: Attempt): string | null {
  const { action, actor, off } = attempt
  const parties = partiesTo(model, action)
  // a program does nothing, a person never what operators do, and an operator nothing else
  if (actor === 'program' || (actor === 'operator') !== parties.includes('operator')) return 'FORBIDDEN'
  if (action === 'ORGANISATION') {
    if (actor !== head) return 'FORBIDDEN'
    return off ? 'CONFLICT' : null
  }
  if (!knows(model, attempt)) return 'NOT_FOUND'
  if (!those(model.owner, parties).includes(actor)) return 'FORBIDDEN'
  if (action === 'NOTE') return off ? 'CONFLICT' : null
  if (isOutOfTurn(model, action, attempt)) return 'CONFLICT'
  return fault(model, action, attempt)
}

/** Who may do what is asked for. */
export function partiesTo({ owner }: Model, action: Action): readonly Party[] {
  if (action === 'NOTE') return ['observer']
  return action === 'ORGANISATION' ? [] : ruleOf(owner, action).by
}

const beginnings: readonly Action[] = ['OBSERVATION.PREPARE', 'EVIDENCE.ATTACH', 'APPRAISAL.DRAFT']

/** Whether somebody may know of what he asks for. */
function knows(model: Model, attempt: Attempt): boolean {
  const { action, actor } = attempt
  const { owner, plan, appraisal } = model
  const knowing = action.startsWith('EVIDENCE') ? isInsider : knowsOf
  if (!knowing(owner, actor)) return false
  if (action === 'PLAN.DRAFT') return true
  if (beginnings.includes(action)) return plan !== null
  // before it is given there is none for its owner
  if (action.startsWith('APPRAISAL') && actor === owner && !appraisal?.givenOn) return false
  return aboutIn(model, attempt) !== null
}

const isUnderWay = ({ status }: Cycle) => status !== 'COMPLETED' && status !== 'CANCELLED'

function isOutOfTurn(model: Model, action: Step, attempt: Attempt): boolean {
  const { owner, period, now, plan, cycles, appraisal } = model
  const { from, on } = ruleOf(owner, action)
  if (!isOpen(period, on, now)) return true
  if (action === 'PLAN.DRAFT') return plan !== null
  if (needsAgreement(action) && plan?.status !== 'AGREED') return true
  if (action === 'OBSERVATION.PREPARE') return cycles.some(isUnderWay)
  if (action === 'APPRAISAL.DRAFT') return appraisal !== null
  if (action === 'EVIDENCE.ATTACH') return false
  const about = aboutIn(model, attempt)
  if (attempt.off || !about || !from.includes(about.status)) return true
  if (action === 'PLAN.REQUEST_RESET') return (plan?.wasReset ?? false) || Boolean(appraisal?.givenOn)
  if (action === 'PLAN.GRANT_RESET') return appraisal !== null && appraisal.status !== 'DRAFT'
  if (action === 'APPRAISAL.OBJECT') return dayOf(now) > daysAfter(appraisal?.givenOn ?? '', 14)
  if (action === 'APPRAISAL.ANSWER') return isAnswered(model)
  return isStranded(model, action, about as Cycle)
}

/** Only an agreed plan is carried out and appraised; a cycle is given up on any. */
const needsAgreement = (action: Step) =>
  action.startsWith('EVIDENCE') ||
  (action.startsWith('OBSERVATION') && action !== 'OBSERVATION.CANCEL') ||
  ['APPRAISAL.DRAFT', 'APPRAISAL.SAVE', 'APPRAISAL.RECOMMEND'].includes(action)

const isAnswered = ({ appraisal }: Model) => appraisal?.history.some(({ action }) => action === 'ANSWER') ?? false

/** Whether the plan has changed since a cycle was prepared that nobody has observed yet. */
function isStranded({ plan }: Model, action: Step, cycle: Cycle): boolean {
  if (!action.startsWith('OBSERVATION') || action === 'OBSERVATION.CANCEL') return false
  if (!['PROPOSED', 'OFFERED', 'SCHEDULED', 'OBSERVING'].includes(cycle.status)) return false
  return cycle.behaviours.some((number) => !behavioursOf[plan?.content ?? 'half'].includes(number))
}

/** The code for what an attempt brings. */
function fault(model: Model, action: Step, attempt: Attempt): string | null {
  const { plan } = model
  const isBad = (is: boolean) => (is ? 'BAD_USER_INPUT' : null)
  const cycle = aboutIn(model, attempt) as Cycle
  switch (action) {
    case 'PLAN.SUBMIT':
      return isBad(plan?.content === 'half')
    case 'PLAN.ADJUST':
      return isBad(attempt.content === 'half' || attempt.content === plan?.content)
    case 'OBSERVATION.PREPARE':
    case 'OBSERVATION.SAVE':
      return isBad(attempt.preparation === 'of another behaviour')
    case 'OBSERVATION.PROPOSE':
      return isBad(!cycle.isPrepared || isStranded(model, action, { ...cycle, status: 'PROPOSED' }))
    case 'OBSERVATION.FINISH':
      return isBad((attempt.levels ?? cycle.sheet ?? []).length < cycle.behaviours.length)
    case 'EVIDENCE.ATTACH':
      return isBad(!isProvable(model, attempt)) ?? ofDocument(model, attempt)
    case 'EVIDENCE.REPLACE':
      return ofDocument(model, attempt)
    case 'APPRAISAL.RECOMMEND':
      return isBad(!isRipe(model))
    case 'APPRAISAL.DECIDE':
      return isBad(isOtherwise(model, attempt) && !attempt.tells)
    case 'APPRAISAL.DECIDE_OBJECTION':
      return isBad(!attempt.tells && !isAnswered(model))
    default:
      return null
  }
}

function isProvable({ owner, period, cycles }: Model, { subject }: Attempt): boolean {
  if (subject === 'activity') return calendars[period].uploads
  if (subject === 'duty') return owner === 'Sari'
  return (subject === 'observation' || subject === 'followUp') && cycles.length > 0
}

function ofDocument({ period }: Model, { document }: Attempt): string | null {
  if (document === 'of another kind' || document === 'of another period') return 'BAD_USER_INPUT'
  return document === 'never sent' && calendars[period].uploads ? 'NOT_FOUND' : null
}

/** Whether an appraisal can be recommended, by what is seen now. */
function isRipe(model: Model): boolean {
  const { isWhole, result, explains } = model.appraisal?.judgement ?? { isWhole: false, result: null, explains: false }
  const suggestion = suggested(seenIn(model))
  return isWhole && (explains || suggestion === null || suggestion === result)
}

const isOtherwise = ({ appraisal }: Model, { result, behaviour }: Attempt) =>
  (result ?? appraisal?.judgement.result) !== appraisal?.judgement.result ||
  (behaviour ?? appraisal?.judgement.behaviour) !== appraisal?.judgement.behaviour
