/** The rules of an observation once more, plainly: what must happen, whatever the server's own table says. */

export const people = ['Sari', 'Budi', 'Dewi', 'Ratna', 'Agus', 'Hadi'] as const
export type Somebody = (typeof people)[number]
export type Actor = Somebody | 'operator'
export const actors: readonly Actor[] = [...people, 'operator']

/** Whose plan is observed: a teacher's, or that of a principal with a work team. */
export type Owner = 'Sari' | 'Budi'

export interface Cycle {
  status: string
  version: number
  readonly actions: string[]
  isPrepared: boolean
  /** Of the behaviours that are prepared: how many are rated; null: there is no sheet. */
  rated: 0 | 1 | 2 | null
  isShared: boolean
  followUps: number
  /** What each has noted for himself. */
  readonly notes: Partial<Record<Actor, { text: string; version: number }>>
}

/** What there is after so many steps. */
export interface Model {
  readonly owner: Owner
  /** Whether execution is over, and appraisal open. */
  isJune: boolean
  readonly cycles: Cycle[]
  readonly told: Readonly<Record<Somebody, string[]>>
}

export const begin = (owner: Owner): Model => ({
  owner,
  isJune: false,
  cycles: [],
  told: { Sari: [], Budi: [], Dewi: [], Ratna: [], Agus: [], Hadi: [] },
})

/** A step, or a note, as somebody asks for it; with the last cycle. */
export interface Attempt {
  readonly action: string
  readonly actor: Actor
  /** How far the version is from the right one. */
  readonly off: number
  readonly preparation: 'whole' | 'half' | 'of another behaviour'
  /** How many behaviours the sheet rates; null: none, where one must be sent, else no sheet is. */
  readonly rated: 1 | 2 | null
  /** What is noted; null: the note is taken away. */
  readonly text: string | null
}

const ownersSteps = ['PREPARE', 'SAVE', 'PROPOSE', 'ACCEPT', 'RESCHEDULE', 'CANCEL', 'FOLLOW_UP', 'REFLECT']
const observersSteps = ['AGREE', 'OFFER', 'CANCEL', 'RECORD', 'FINISH', 'SHARE', 'DISCUSS', 'CONCLUDE', 'NOTE']
export const actions = [...new Set([...ownersSteps, ...observersSteps])]

const observer = { Sari: 'Budi', Budi: 'Dewi' } as const
/** Who knows of it: Hadi led the school before, Agus is a colleague. */
const knowing: Readonly<Record<Owner, readonly Actor[]>> = {
  Sari: ['Sari', 'Budi', 'Ratna', 'operator'],
  Budi: ['Budi', 'Dewi', 'Ratna', 'operator'],
}

export const knows = ({ owner }: Model, actor: Actor): boolean => knowing[owner].includes(actor)

const leadsTo: Readonly<Record<string, readonly [readonly string[], string]>> = {
  SAVE: [['PREPARING'], 'PREPARING'],
  PROPOSE: [['PREPARING'], 'PROPOSED'],
  AGREE: [['PROPOSED'], 'SCHEDULED'],
  OFFER: [['PROPOSED', 'OFFERED', 'SCHEDULED'], 'OFFERED'],
  ACCEPT: [['OFFERED'], 'SCHEDULED'],
  RESCHEDULE: [['PROPOSED', 'OFFERED', 'SCHEDULED'], 'PROPOSED'],
  CANCEL: [['PREPARING', 'PROPOSED', 'OFFERED', 'SCHEDULED', 'OBSERVING'], 'CANCELLED'],
  RECORD: [['SCHEDULED', 'OBSERVING'], 'OBSERVING'],
  FINISH: [['SCHEDULED', 'OBSERVING'], 'OBSERVED'],
  SHARE: [['OBSERVED'], 'SHARED'],
  DISCUSS: [['SHARED'], 'DISCUSSED'],
  FOLLOW_UP: [['DISCUSSED', 'FOLLOWING_UP'], 'FOLLOWING_UP'],
  REFLECT: [['FOLLOWING_UP'], 'REFLECTED'],
  CONCLUDE: [['REFLECTED'], 'COMPLETED'],
}

const isOver = ({ status }: Cycle) => status === 'COMPLETED' || status === 'CANCELLED'

/** The code an attempt is refused with; null where it goes through. */
export function refusal(model: Model, attempt: Attempt): string | null {
  const { owner, isJune, cycles } = model
  const { action, actor, off, preparation, rated } = attempt
  if (actor === 'operator') return 'FORBIDDEN'
  const cycle = cycles.at(-1)
  if (!knows(model, actor) || (!cycle && action !== 'PREPARE')) return 'NOT_FOUND'
  const own = actor === owner ? ownersSteps : actor === observer[owner] ? observersSteps : []
  if (!own.includes(action)) return 'FORBIDDEN'
  if (action === 'NOTE') return off ? 'CONFLICT' : null
  if (isJune && !['CANCEL', 'REFLECT', 'CONCLUDE'].includes(action)) return 'CONFLICT'
  if (action === 'PREPARE') {
    if (cycle && !isOver(cycle)) return 'CONFLICT'
    return preparation === 'of another behaviour' ? 'BAD_USER_INPUT' : null
  }
  if (!cycle || off || !leadsTo[action]?.[0].includes(cycle.status)) return 'CONFLICT'
  if (action === 'SAVE' && preparation === 'of another behaviour') return 'BAD_USER_INPUT'
  if (action === 'PROPOSE' && !cycle.isPrepared) return 'BAD_USER_INPUT'
  if (action === 'FINISH' && (rated ?? cycle.rated ?? 0) < 2) return 'BAD_USER_INPUT'
  return null
}

/** Who is told of a step, and as what. */
function news(action: string): readonly [string, 'observed' | 'observer' | 'the other'] | null {
  switch (action) {
    case 'PROPOSE':
      return ['PROPOSED', 'observer']
    case 'AGREE':
      return ['SCHEDULED', 'observed']
    case 'OFFER':
      return ['RESCHEDULED', 'observed']
    case 'ACCEPT':
      return ['SCHEDULED', 'observer']
    case 'RESCHEDULE':
      return ['RESCHEDULED', 'observer']
    case 'CANCEL':
      return ['CANCELLED', 'the other']
    case 'SHARE':
      return ['SHARED', 'observed']
    case 'DISCUSS':
      return ['DISCUSSED', 'observed']
    case 'FOLLOW_UP':
      return ['FOLLOWED_UP', 'observer']
    case 'REFLECT':
      return ['REFLECTED', 'observer']
    case 'CONCLUDE':
      return ['COMPLETED', 'observed']
    default:
      return null
  }
}

/** Does what goes through. */
export function apply({ owner, cycles, told }: Model, attempt: Attempt): void {
  const { action, actor, preparation, rated, text } = attempt
  if (action === 'PREPARE') {
    const isPrepared = preparation === 'whole'
    const fresh = { status: 'PREPARING', version: 1, actions: [action], rated: null, isShared: false } as const
    cycles.push({ ...fresh, actions: [action], isPrepared, followUps: 0, notes: {} })
    return
  }
  const cycle = cycles.at(-1)
  if (!cycle) return
  if (action === 'NOTE') {
    const version = (cycle.notes[actor]?.version ?? 0) + 1
    if (text === null) delete cycle.notes[actor]
    else cycle.notes[actor] = { text, version }
    return
  }
  cycle.status = leadsTo[action]?.[1] ?? ''
  cycle.version += 1
  cycle.actions.push(action)
  if (action === 'SAVE') cycle.isPrepared = preparation === 'whole'
  if (action === 'RECORD') cycle.rated = rated ?? 0
  if (action === 'FINISH') cycle.rated = rated ?? cycle.rated
  if (action === 'SHARE') cycle.isShared = true
  if (action === 'FOLLOW_UP') cycle.followUps += 1
  const [kind, side] = news(action) ?? []
  const isToOwner = side === 'observed' || (side === 'the other' && actor !== owner)
  if (kind) told[isToOwner ? owner : observer[owner]].push(`OBSERVATION_${kind}`)
}

/** Whether the next step is somebody's. */
export function waitsFor({ owner, cycles }: Model, actor: Actor): boolean {
  const status = cycles.at(-1)?.status ?? ''
  if (actor === owner) return ['PREPARING', 'OFFERED', 'DISCUSSED', 'FOLLOWING_UP'].includes(status)
  const observing = ['PROPOSED', 'SCHEDULED', 'OBSERVING', 'OBSERVED', 'SHARED', 'REFLECTED']
  return actor === observer[owner] && observing.includes(status)
}
