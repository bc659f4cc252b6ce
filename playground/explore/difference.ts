import { Capacity } from '../../sdk/entry/labels.ts'
import { spoken } from './day.ts'
import type { Graph } from './graph.ts'
import { captionOf, titleOf } from './naming.ts'

/** What a drawing of another day has else, of the same focus. */
export interface GraphDifference {
  /** Ids of what is new, or has another state. */
  readonly fresh: ReadonlySet<string>
  /** Of what became of plans and what belongs to them, and of how many stand below: sentences. */
  readonly words: readonly string[]
}

/** Compares what is drawn; who was nobody's page on one of the two days is not compared. */
export function differenceOf(before: Graph, after: Graph): GraphDifference {
  const fresh = new Set<string>()
  const words: string[] = []
  for (const [id, { item, side }] of after.nodes) {
    const was = before.nodes.get(id)?.item
    if (!was) fresh.add(id)
    if (side !== 'beside' || item.kind === 'person') continue
    if (!was) words.push(`${titleOf(item)}: ${captionOf(item)}.`)
    else if (captionOf(was) !== captionOf(item)) {
      fresh.add(id)
      words.push(`${titleOf(item)}: ${captionOf(item)} instead of ${captionOf(was)}.`)
    }
  }
  const [then, now] = [countBelow(before), countBelow(after)]
  if (then !== now) words.push(`${now} directly below instead of ${then}.`)
  return { fresh, words }
}

/** How many stand directly below the focus, shown or not. */
export const countBelow = ({ nodes, focus }: Graph): number =>
  [...nodes.values()]
    .filter(({ parent, side }) => parent === focus && side === 'below')
    .reduce((sum, { item }) => sum + (item.kind === 'more' ? item.left : 1), 0)

/** The graph of a day in one sentence. */
export function summaryOf(graph: Graph, day: string): string {
  const { focus, nodes, edges } = graph
  const direct = (capacity: Capacity) =>
    edges.flatMap(({ from, to, kind }) => {
      const superior = to === focus && kind === capacity ? nodes.get(from) : undefined
      return superior ? [titleOf(superior.item)] : []
    })
  const [appraisers, team] = [direct(Capacity.APPRAISER), direct(Capacity.WORK_TEAM)]
  const plans = [...nodes.values()].filter(({ parent, item }) => parent === focus && item.kind === 'plan')
  const parts = [
    appraisers.length > 0 ? `appraiser ${appraisers.join(', ')}` : 'no appraiser',
    ...(team.length > 0 ? [`work team ${team.join(', ')}`] : []),
    `${countBelow(graph) || 'nobody'} directly below`,
    `${plans.length || 'no'} ${plans.length === 1 ? 'plan' : 'plans'}`,
  ]
  return `${spoken(day)}: ${parts.join(' · ')}`
}
