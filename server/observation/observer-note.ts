import { LockMode, UniqueConstraintViolationException } from '@mikro-orm/core'
import type { EntityManager } from '@mikro-orm/postgresql'
import { forbidden, may } from '../access/permission.ts'
import type { Viewer } from '../access/viewer.ts'
import { Stale } from '../errors.ts'
import { Observation, ObserverNote } from './observation.ts'
import { sideOf } from './observer.ts'
import { groundOf } from './take-step.ts'
import { noObservation } from './turn.ts'

/** A note to keep; null takes it away. */
export interface Noted {
  readonly observation: string
  readonly version: number
  readonly text: string | null
}

/** What became of a note, and whose it is. */
export interface Written {
  readonly version: number
  readonly author: string
}

/** Keeps what an observer notes for himself. It is no step: whoever looks at the observation finds it as it was. */
export async function writeObserverNote(em: EntityManager, viewer: Viewer, noted: Noted, now: Date): Promise<Written> {
  const { observation, version, text } = noted
  const cycle = await em.findOne(Observation, observation, { populate: ['plan'] })
  const ground = cycle && (await groundOf(em, viewer, cycle.plan, now))
  if (!ground?.facts.relations.length) throw noObservation()
  const author = viewer.person
  if (author === null || !may('writeObserverNote', sideOf(ground.facts)))
    throw forbidden('Only the observer notes here.')
  const known = await em.findOne(
    ObserverNote,
    { observation, person: author },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  )
  if (version !== (known?.version ?? 0)) throw new Stale('Your note', known?.version ?? 0)
  if (known && text === null) em.remove(known)
  else if (known) Object.assign(known, { text, version: version + 1, changedAt: now })
  else if (text !== null) em.create(ObserverNote, { observation, person: author, version: 1, text, changedAt: now })
  await em.flush().catch((error: unknown) => {
    if (!(error instanceof UniqueConstraintViolationException)) throw error
    throw new Stale('Your note', 1)
  })
  return { version: text === null ? 0 : version + 1, author }
}
