import { rate, seenIn } from './appraising.ts'
import { dayOf } from './calendar.ts'
import { type Actor, nameOf, people, those } from './cast.ts'
import {
  type Attempt,
  aboutIn,
  type Cycle,
  fresh,
  type Model,
  type Piece,
  preparedIn,
  type Standing,
  type Subject,
} from './model.ts'
import { ruleOf, type Step } from './rules.ts'

/** Does what goes through. */
export function apply(model: Model, attempt: Attempt): void {
  const { action, actor } = attempt
  if (action === 'NOTE' || action === 'ORGANISATION') count(model, action)
  if (action === 'NOTE') {
    note(model, attempt)
    return
  }
  if (action === 'ORGANISATION') {
    model.organisation += 1
    const isWaiting = model.owner === 'Sari' && model.appraisal?.status === 'RECOMMENDED'
    if (isWaiting) advance(model, model.appraisal as Standing, 'APPRAISAL.FINALIZE', actor)
    return
  }
  const about = began(model, attempt) ?? aboutIn(model, attempt)
  if (!about) return
  write(model, attempt, about)
  advance(model, about, action, actor)
  if (action === 'EVIDENCE.REPLACE') attachInstead(model, attempt)
}

/** What an attempt begins. */
function began(model: Model, attempt: Attempt): Standing | undefined {
  const { judgement, content, subject, file } = attempt
  switch (attempt.action) {
    case 'PLAN.DRAFT':
      model.plan = { ...fresh(), content, handedIn: content, wasReset: false }
      return model.plan
    case 'OBSERVATION.PREPARE':
      model.cycles.push({
        ...{ ...fresh(), behaviours: [], isPrepared: false, sheet: null },
        ...{ isShared: false, followUps: 0, notes: {} },
      })
      return model.cycles.at(-1)
    case 'EVIDENCE.ATTACH':
      model.pieces.push({ ...fresh(), subject: subject as Subject, file, replaces: null })
      return model.pieces.at(-1)
    case 'APPRAISAL.DRAFT':
      model.appraisal = { ...fresh(), history: [], judgement, seen: [], givenOn: null }
      return model.appraisal
    default:
      return undefined
  }
}

/** The new piece tells nobody again. */
function attachInstead(model: Model, { back, actor, file }: Attempt): void {
  const replaces = model.pieces.length - 1 - back
  const piece: Piece = { ...fresh(), subject: (model.pieces[replaces] as Piece).subject, file, replaces }
  model.pieces.push(piece)
  step(piece, 'ATTACH', 'ATTACHED', actor)
}

/** What a step changes besides what every step does. */
function write(model: Model, attempt: Attempt, about: Standing): void {
  const { plan, appraisal } = model
  const { action, content, judgement, result, behaviour } = attempt
  const cycle = about as Cycle
  if (action === 'PLAN.ADJUST' && plan) plan.handedIn = plan.content
  if ((action === 'PLAN.SAVE' || action === 'PLAN.ADJUST') && plan) plan.content = content
  if (action === 'PLAN.SEND_BACK' && plan) plan.content = plan.handedIn
  if (action === 'PLAN.GRANT_RESET' && plan) plan.wasReset = true
  if (action === 'OBSERVATION.PREPARE' || action === 'OBSERVATION.SAVE') {
    cycle.behaviours = preparedIn(model, attempt.preparation)
    cycle.isPrepared = attempt.preparation === 'whole'
  }
  if (action === 'OBSERVATION.RECORD') cycle.sheet = attempt.levels ?? []
  if (action === 'OBSERVATION.FINISH') cycle.sheet = attempt.levels ?? cycle.sheet
  if (action === 'OBSERVATION.SHARE') cycle.isShared = true
  if (action === 'OBSERVATION.FOLLOW_UP') cycle.followUps += 1
  if (!appraisal) return
  if (action === 'APPRAISAL.SAVE') appraisal.judgement = judgement
  if (['APPRAISAL.DRAFT', 'APPRAISAL.SAVE', 'APPRAISAL.RECOMMEND'].includes(action)) appraisal.seen = seenIn(model)
  if (action === 'APPRAISAL.DECIDE' || action === 'APPRAISAL.DECIDE_OBJECTION') {
    const before = appraisal.judgement
    appraisal.judgement = { ...before, result: result ?? before.result, behaviour: behaviour ?? before.behaviour }
  }
}

function note({ cycles }: Model, { actor, note, back }: Attempt): void {
  const notes = cycles.at(-1 - back)?.notes
  if (!notes) return
  if (note === null) delete notes[actor]
  else notes[actor] = { text: textOf(actor, note), version: (notes[actor]?.version ?? 0) + 1 }
}

/** What somebody notes for himself: it says whose it is, so that it is known wherever it turns up. */
export const textOf = (actor: Actor, note: number): string => `rahasia-${actor}-${note}`

/** Puts a step on record, and tells who is to be told. */
function advance(model: Model, about: Standing, action: Step, actor: Actor): void {
  const { owner, told, appraisal, now } = model
  const { to, tells = [], as } = ruleOf(owner, action)
  count(model, action)
  step(about, action.split('.')[1] ?? '', to, actor)
  if (about === appraisal) {
    if (to === 'FINAL') appraisal.givenOn = dayOf(now)
    rateLast(model, action)
  }
  for (const person of those(owner, tells)) {
    const recipient = people.find((one) => one === person)
    if (as && recipient && recipient !== actor) told[recipient].push(as)
  }
}

function step(about: Standing, action: string, to: string, actor: Actor): void {
  about.version += 1
  const from = about.version === 1 ? null : about.status
  about.history.push({ version: about.version, action, from, to, name: nameOf(actor) })
  about.status = to
}

const rating: readonly Step[] = [
  'APPRAISAL.RECOMMEND',
  'APPRAISAL.DECIDE',
  'APPRAISAL.FINALIZE',
  'APPRAISAL.DECIDE_OBJECTION',
]

/** Some steps say how somebody is rated from then on. */
function rateLast({ appraisal }: Model, action: Step): void {
  const last = appraisal?.history.pop()
  if (!appraisal || !last) return
  const rated = rating.includes(action) ? rate(appraisal.judgement) : { result: null, behaviour: null, predicate: null }
  appraisal.history.push({ ...last, ...rated })
}

const count = ({ taken }: Model, action: string) => taken.set(action, (taken.get(action) ?? 0) + 1)
