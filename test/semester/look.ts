import { operation } from '../../sdk/index.ts'
import { countOf, rate } from './appraising.ts'
import { daysAfter } from './calendar.ts'
import { type Actor, isInsider, knowsOf, people } from './cast.ts'
import { type Appraisal, behavioursOf, type Cycle, type Model, type Piece, type Plan } from './model.ts'
import type { Scene } from './scene.ts'
import { placeOf } from './words.ts'

const past = 'version action from to name'

/** All that there is of a semester, by every way that leads to it. */
const look = operation<unknown, { plan: string; school: string }>(`
  query semester($plan: ID!, $school: ID!) {
    node(id: $plan) { ... on Plan {
      status version wasReset content { behaviours { number } } history { ${past} }
      observations { id content { sheet { ratings { note } } } } evidence { id } appraisal { id }
    } }
    observations(filter: { plan: $plan }, orderBy: { field: CHANGED, direction: ASC }, first: 100) { nodes { ...Cycle } }
    evidenceList(filter: { plan: $plan }, first: 100) { nodes { ...Piece } }
    appraisals(filter: { school: $school }, first: 5) { nodes { ...Rated } }
    notifications(first: 100) { nodes { kind } }
  }
  fragment Cycle on Observation {
    id status version myNote { text version }
    content { sheet { ratings { level note } } followUps { number } }
    history { ${past} }
  }
  fragment Piece on Evidence {
    id status version subject sha256 link statement replaces { id } history { ${past} }
  }
  fragment Rated on Appraisal {
    id status version objectionUntil
    content { result behaviour predicate observed { notDone notEffective effective } }
    history { ${past} result behaviour predicate }
  }`)

interface Seen {
  readonly node: Sight | Record<string, never> | null
  readonly observations: { readonly nodes: readonly { readonly id: string }[] }
  readonly evidenceList: { readonly nodes: readonly { readonly id: string }[] }
}
type Sight = object

const byId = (one: { readonly id: string }, other: { readonly id: string }) => (one.id < other.id ? -1 : 1)

/** What somebody sees now. */
export async function seenBy(actor: Actor, { clients, ground, school }: Scene): Promise<object> {
  const { node, observations, evidenceList, ...rest } = (await clients[actor].run(look, {
    plan: ground.ids.plan,
    school,
  })) as Seen
  return {
    ...rest,
    node,
    observations: observations.nodes.toSorted(byId),
    evidenceList: evidenceList.nodes.toSorted(byId),
  }
}

/** What he must see. */
export function expectedOf(actor: Actor, model: Model, { ground }: Scene): object {
  const { owner, plan, cycles, pieces, appraisal, told } = model
  const { ids } = ground
  const [knows, reads] = [knowsOf(owner, actor), isInsider(owner, actor)]
  const isGiven = appraisal?.givenOn != null
  const observations = cycles.map((cycle, index) =>
    seeCycle(actor, owner, { cycle, index, id: ids.cycles[index] ?? '' }),
  )
  const evidence = pieces.map((piece, index) => seePiece(piece, index, ground))
  const isShown = actor === 'program' || actor === owner ? isGiven : knows
  const rated = appraisal && isShown ? seeAppraisal(appraisal, ids.appraisal, actor !== 'Wati') : null
  const shown = (actor === 'program' || reads) && pieces.length ? evidence : []
  const below = {
    observations: observations.map(({ id, content }) => ({
      id,
      content: content && { sheet: content.sheet && { ratings: content.sheet.ratings.map(({ note }) => ({ note })) } },
    })),
    evidence: shown.map(({ id }) => ({ id })),
    appraisal: rated && { id: rated.id },
  }
  return {
    node: plan && knows ? { ...seePlan(plan, reads), ...below } : null,
    observations: knows || actor === 'program' ? observations.toSorted(byId) : [],
    evidenceList: shown.toSorted(byId),
    appraisals: { nodes: rated ? [rated] : [] },
    notifications: {
      nodes: (told[people.find((one) => one === actor) ?? 'Tono'] ?? []).map((kind) => ({ kind })).reverse(),
    },
  }
}

const seePlan = ({ status, version, wasReset, content, history }: Plan, reads: boolean) => ({
  status,
  version,
  wasReset,
  content: reads ? { behaviours: behavioursOf[content].map((number) => ({ number })) } : null,
  history: reads ? history : [],
})

function seeCycle(actor: Actor, owner: Actor, { cycle, index, id }: { cycle: Cycle; index: number; id: string }) {
  const { status, version, notes, history, sheet, isShared, followUps } = cycle
  const reads = actor !== 'Wati'
  const isOpen = sheet && (isShared || actor !== owner)
  return {
    id,
    status,
    version,
    myNote: notes[actor] ?? null,
    content: reads
      ? {
          sheet: isOpen ? { ratings: sheet.map((level) => ({ level, note: `lembar-${index}` })) } : null,
          followUps: Array.from({ length: followUps }, (_, place) => ({ number: place + 1 })),
        }
      : null,
    history: reads ? history : [],
  }
}

function seePiece(
  { status, version, subject, file, replaces, history }: Piece,
  index: number,
  ground: Scene['ground'],
) {
  const { ids } = ground
  return {
    id: ids.pieces[index] ?? '',
    status,
    version,
    subject: subject === 'followUp' ? 'FOLLOW_UP' : subject.toUpperCase(),
    sha256: null,
    link: null,
    statement: null,
    ...placeOf(ground, file),
    replaces: replaces === null ? null : { id: ids.pieces[replaces] },
    history,
  }
}

function seeAppraisal({ status, version, judgement, seen, givenOn, history }: Appraisal, id: string, reads: boolean) {
  const observed = {
    notDone: countOf(seen, 'NOT_DONE'),
    notEffective: countOf(seen, 'DONE_NOT_YET_EFFECTIVE'),
    effective: countOf(seen, 'DONE_AND_EFFECTIVE'),
  }
  return {
    id,
    status,
    version,
    objectionUntil: givenOn && daysAfter(givenOn, 14),
    content: reads ? { ...rate(judgement), observed: seen.length ? observed : null } : null,
    history: reads ? history : [],
  }
}
