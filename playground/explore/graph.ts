import type {
  AppraisalStatus,
  Capacity,
  EvidenceStatus,
  ObservationStatus,
  PlanStatus,
} from '../../sdk/entry/labels.ts'
import type { AssignmentCardFragment, Open, SuperiorsAnswer } from '../../sdk/index.ts'
import { type PlanRecord, statusOn } from './record.ts'

/** A post and who holds it. */
export type Card = AssignmentCardFragment
/** Somebody above. */
export type Superior = NonNullable<SuperiorsAnswer>[number]

/** Those directly below somebody in one capacity, as far as they were asked for. */
export interface Page {
  readonly capacity: Capacity
  readonly cards: readonly Card[]
  readonly total: number
}

/** What was read of one day. */
export interface Rows {
  readonly day: string
  readonly focus: Card
  /** The direct supervisor of each capacity first. */
  readonly above: readonly Superior[]
  /** By assignment, of those that were opened. */
  readonly below: ReadonlyMap<string, readonly Page[]>
  readonly plans: ReadonlyMap<string, readonly PlanRecord[]>
}

/** What a node stands for. */
export type Item =
  | { readonly kind: 'person'; readonly card: Card }
  | { readonly kind: 'superior'; readonly superior: Superior }
  | { readonly kind: 'plan'; readonly plan: PlanRecord; readonly status: Open<PlanStatus> }
  | {
      readonly kind: 'observation'
      readonly observation: PlanRecord['observations'][number]
      readonly status: Open<ObservationStatus>
    }
  | {
      readonly kind: 'evidence'
      readonly evidence: PlanRecord['evidence'][number]
      readonly status: Open<EvidenceStatus>
    }
  | {
      readonly kind: 'appraisal'
      readonly appraisal: NonNullable<PlanRecord['appraisal']>
      readonly status: Open<AppraisalStatus>
    }
  | { readonly kind: 'more'; readonly of: string; readonly left: number }

/** Where a node stands to the one that it hangs on. */
export type Side = 'focus' | 'above' | 'below' | 'beside'

export interface GraphNode {
  readonly id: string
  /** The node that it hangs on in a drawing; null for the focus and those above. */
  readonly parent: string | null
  readonly side: Side
  readonly item: Item
  /** Whether what hangs on it is shown; null where there is nothing. */
  readonly open: boolean | null
}

export interface Edge {
  readonly from: string
  readonly to: string
  readonly kind: Open<Capacity> | 'HOLDS'
}

/** Each thing once, however many ways lead to it. */
export interface Graph {
  readonly focus: string
  readonly nodes: ReadonlyMap<string, GraphNode>
  readonly edges: readonly Edge[]
}

type Hung = Pick<GraphNode, 'id' | 'side' | 'item'> & { readonly edge: Edge['kind'] }

/** The rows as nodes and edges: what hangs on the open ones, the nearest first. */
export function graphOf(rows: Rows, open: ReadonlySet<string>): Graph {
  const { focus } = rows
  const nodes = new Map<string, GraphNode>()
  const edges: Edge[] = []
  const add = (node: Omit<GraphNode, 'open'>) => nodes.set(node.id, { ...node, open: openness(rows, node, open) })

  add({ id: focus.id, parent: null, side: 'focus', item: { kind: 'person', card: focus } })
  for (const { id, item, to, capacity } of stepsAbove(rows)) {
    if (!nodes.has(id)) add({ id, parent: null, side: 'above', item })
    edges.push({ from: id, to, kind: capacity })
  }
  // by steps away from the focus, so that who is met on two ways hangs on the shorter one
  for (const queue = [focus.id]; queue.length > 0; ) {
    const parent = nodes.get(queue.shift() ?? '')
    if (!parent?.open) continue
    for (const { id, side, item, edge } of hungOn(rows, parent)) {
      if (!nodes.has(id)) {
        add({ id, parent: parent.id, side, item })
        queue.push(id)
      }
      edges.push({ from: parent.id, to: id, kind: edge })
    }
  }
  return { focus: focus.id, nodes, edges }
}

/** Those above, the highest appraiser first, and who is above as work team alone. */
export function aboveOf({ nodes, edges }: Graph) {
  const appraisers = new Set(edges.filter(({ kind }) => kind === 'APPRAISER').map(({ from }) => from))
  const above = [...nodes.values()].filter(({ side }) => side === 'above').reverse()
  return {
    line: above.filter(({ id }) => appraisers.has(id)),
    team: above.filter(({ id }) => !appraisers.has(id)),
  }
}

/** What hangs on a node, in order. */
export const childrenOf = ({ nodes }: Graph, id: string): readonly GraphNode[] =>
  [...nodes.values()].filter(({ parent }) => parent === id)

/** The same with all plans, and all that belongs to them, open. */
export function recordsOpened({ plans }: Rows, open: ReadonlySet<string>): ReadonlySet<string> {
  const records = [...plans.values()].flat()
  return new Set([...open, ...records.flatMap(({ id, observations }) => [id, ...observations.map(({ id }) => id)])])
}

/** The open nodes with one more, or one less. */
export const toggled = (open: ReadonlySet<string>, id: string): ReadonlySet<string> =>
  open.has(id) ? new Set([...open].filter((one) => one !== id)) : new Set([...open, id])

// Null until it was opened once and nothing was found.
function openness(rows: Rows, node: Omit<GraphNode, 'open'>, open: ReadonlySet<string>): boolean | null {
  const { item, id, side } = node
  if (side === 'above' || item.kind === 'more') return null
  const unread = item.kind === 'person' && !rows.below.has(id)
  if (!unread && hungOn(rows, node).length === 0) return null
  return !unread && open.has(id)
}

function* stepsAbove({ above, focus }: Rows) {
  let below = focus.id
  for (const superior of above) {
    const { assignment, capacity, depth, name } = superior
    const id = assignment?.id ?? `${capacity}:${depth}:${name}`
    const item = { kind: 'superior', superior } as const
    yield { id, item, capacity, to: depth === 1 ? focus.id : below }
    below = id
  }
}

function hungOn(rows: Rows, { id, item }: Pick<GraphNode, 'id' | 'item'>): readonly Hung[] {
  switch (item.kind) {
    case 'person':
      return [...plansOf(rows, id), ...peopleBelow(rows, id)]
    case 'plan':
      return partsOf(item.plan, rows.day)
    case 'observation':
      return [...rows.plans.values()]
        .flat()
        .flatMap(({ evidence }) => evidence)
        .filter(({ observation }) => observation?.id === id)
        .flatMap((evidence) => hungEvidence(evidence, rows.day))
    default:
      return []
  }
}

const plansOf = ({ plans, day }: Rows, id: string): readonly Hung[] =>
  (plans.get(id) ?? []).flatMap((plan) => {
    const status = statusOn(plan, day)
    return status === null ? [] : [{ id: plan.id, side: 'beside', edge: 'HOLDS', item: { kind: 'plan', plan, status } }]
  })

const peopleBelow = ({ below }: Rows, id: string): readonly Hung[] =>
  (below.get(id) ?? []).flatMap(({ capacity, cards, total }) => {
    const people = cards.map(
      (card): Hung => ({ id: card.id, side: 'below', edge: capacity, item: { kind: 'person', card } }),
    )
    const left = total - cards.length
    if (left <= 0) return people
    const more = { kind: 'more', of: id, left } as const
    return [...people, { id: `${id}:${capacity}:more`, side: 'below', edge: capacity, item: more }]
  })

function partsOf({ observations, evidence, appraisal }: PlanRecord, day: string): readonly Hung[] {
  const hung = { side: 'beside', edge: 'HOLDS' } as const
  const given = appraisal && statusOn(appraisal, day)
  return [
    ...observations.flatMap((observation): Hung[] => {
      const status = statusOn(observation, day)
      return status === null
        ? []
        : [{ ...hung, id: observation.id, item: { kind: 'observation', observation, status } }]
    }),
    ...evidence.filter(({ observation }) => !observation).flatMap((one) => hungEvidence(one, day)),
    ...(appraisal && given
      ? [{ ...hung, id: appraisal.id, item: { kind: 'appraisal', appraisal, status: given } } as const]
      : []),
  ]
}

function hungEvidence(evidence: PlanRecord['evidence'][number], day: string): readonly Hung[] {
  const status = statusOn(evidence, day)
  return status === null
    ? []
    : [{ id: evidence.id, side: 'beside', edge: 'HOLDS', item: { kind: 'evidence', evidence, status } }]
}
