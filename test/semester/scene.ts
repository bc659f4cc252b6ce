import { type CallOptions, type Client, createClient } from '../../sdk/index.ts'
import { signToken } from '../../server/access/token.ts'
import { appoint, supervise } from '../appoint.ts'
import { makeDistrict } from '../district.ts'
import { pdf, send, sha256 } from '../files.ts'
import { clientOf, secret, server, signInOperator } from '../support.ts'
import { calendars, type Period } from './calendar.ts'
import { type Actor, actors, type Owner } from './cast.ts'
import { deeds } from './deeds.ts'
import type { Attempt, Model } from './model.ts'
import { type Ground, nothing, wordsFor } from './words.ts'

let elsewhere: ReturnType<typeof makeDistrict> | undefined

/** A district with everybody of the cast in it, each with a client of his own whose answers are kept word by word. */
export async function setScene(owner: Owner, period: Period) {
  elsewhere ??= makeDistrict()
  const [district, other] = await Promise.all([makeDistrict(), elsewhere])
  const [wati, intan] = await Promise.all([
    appoint(district, { position: 'OFFICE_ADMIN', at: 'office' }),
    appoint(district, { position: 'OFFICE_HEAD', at: 'province' }),
  ])
  await supervise('APPRAISER', district.assignment('Ratna'), intan.assignment)
  const { url } = await server()
  const input = { name: 'SIMPEG', office: district.office, scopes: ['EVIDENCE_READ', 'APPRAISAL_READ'] as const }
  const program = (await (await signInOperator()).createApiKey({ input })).secret
  const apart = { Wati: wati.person, Intan: intan.person, Tono: other.person('Ratna') }
  const personOf = (actor: Exclude<Actor, 'operator' | 'program'>) =>
    actor in apart
      ? apart[actor as keyof typeof apart]
      : district.person(actor as Exclude<typeof actor, keyof typeof apart>)
  const tokenOf = (actor: Actor): string | Promise<string> => {
    if (actor === 'program') return program
    if (actor === 'operator') return signToken(secret, { role: 'OPERATOR' }, 1)
    return signToken(secret, { role: 'PERSON', person: personOf(actor).slice(4) }, 1)
  }
  const heard = Object.fromEntries(actors.map((actor) => [actor, [] as string[]])) as Record<Actor, string[]>
  const tokens = {} as Record<Actor, string>
  const clients = {} as Record<Actor, Client>
  for (const actor of actors) {
    tokens[actor] = await tokenOf(actor)
    const keep: typeof fetch = async (...asked) => {
      const response = await fetch(...asked)
      heard[actor].push(await response.clone().text())
      return response
    }
    clients[actor] = createClient({ url, token: tokens[actor], fetch: keep })
  }
  const activities = await (await clientOf()).developmentActivities({ period: '2024-S1' })
  const files = [pdf(), pdf(2_000), pdf(3_000)]
  const ground: Ground = {
    owner,
    period,
    office: district.office,
    assignment: district.assignment(owner),
    activity: activities.find(({ number }) => number === 1)?.id ?? '',
    digests: files.map(sha256),
    unsent: sha256(pdf()),
    ids: { ...nothing, cycles: [], pieces: [] },
  }
  const headersOf = (actor: Actor) => ({ authorization: `Bearer ${tokens[actor]}` })

  return {
    ground,
    clients,
    heard,
    school: district.school,
    person: district.person(owner),
    /** What is got of the file of a piece. */
    async download(actor: Actor, piece: string): Promise<{ status: number; digest: string }> {
      const response = await fetch(new URL(`/evidence/${piece}`, url), { headers: headersOf(actor) })
      return { status: response.status, digest: sha256(Buffer.from(await response.arrayBuffer())) }
    },
    /** Sends an attempt; its file first, where there is one to send. */
    async send(model: Model, attempt: Attempt, options: CallOptions): Promise<unknown> {
      const { action, document, file, actor } = attempt
      const isOfFile = action === 'EVIDENCE.ATTACH' || action === 'EVIDENCE.REPLACE'
      const bytes = files[file]
      if (isOfFile && calendars[period].uploads && document === 'right' && bytes) await send(headersOf(owner), bytes)
      return deeds[action](clients[actor], wordsFor(model, attempt, ground), options)
    },
    /** Keeps the id of what an attempt has begun. */
    keep({ action }: Attempt, answer: unknown): void {
      const { id } = (answer ?? {}) as { readonly id?: string }
      if (!id) return
      const { ids } = ground
      if (action === 'PLAN.DRAFT') ids.plan = id
      if (action === 'OBSERVATION.PREPARE') ids.cycles.push(id)
      if (action === 'EVIDENCE.ATTACH' || action === 'EVIDENCE.REPLACE') ids.pieces.push(id)
      if (action === 'APPRAISAL.DRAFT') ids.appraisal = id
    },
  }
}

export type Scene = Awaited<ReturnType<typeof setScene>>
