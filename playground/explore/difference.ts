import { Capacity } from '../../sdk/entry/labels.ts'
import { spoken } from './day.ts'
import type { Graph, GraphNode } from './graph.ts'
import { stateOf, titleOf } from './naming.ts'

/** What is different on another day, around the same focus. */
export interface GraphDifference {
  /** Ids of what is new, or has another state. */
  readonly fresh: ReadonlySet<string>
  /** Of what became of plans and what belongs to them, and of how many stand below: sentences. */
  readonly words: readonly string[]
}

/** Compares two days as they are drawn. */
export function differenceOf(before: Graph, after: Graph): GraphDifference {
  const fresh = new Set<string>()
  const words: string[] = []
  for (const [id, node] of after.nodes) {
    const was = before.nodes.get(id)?.item
    const [then, now] = [was && stateOf(was), stateOf(node.item)]
    if (then === now) continue
    fresh.add(id)
    if (node.side === 'beside') words.push(`${pathOf(after, node)}: ${now}${then ? ` instead of ${then}` : ''}.`)
  }
  return { fresh, words: [...words, ...belowOf(before, after)] }
}

/** What a node is called from the focus on: `Ayu, Plan 2024-S1, Observation 1`. */
function pathOf(graph: Graph, { item, parent }: GraphNode): string {
  const holder = parent === null || parent === graph.focus ? undefined : graph.nodes.get(parent)
  return holder ? `${pathOf(graph, holder)}, ${titleOf(item)}` : titleOf(item)
}

// By name where both lists are shown to their ends, else by number.
function belowOf(before: Graph, after: Graph): string[] {
  const [then, now] = [directlyBelow(before), directlyBelow(after)]
  const whole = [...then, ...now].every(({ item }) => item.kind !== 'more')
  if (!whole) {
    const [count, counted] = [countBelow(after), countBelow(before)]
    return count === counted ? [] : [`${count} directly below instead of ${counted}.`]
  }
  const names = (some: readonly GraphNode[], without: Graph) =>
    some.flatMap(({ id, item }) => (without.nodes.has(id) ? [] : [titleOf(item)]))
  const [came, left] = [names(now, before), names(then, after)]
  return [
    ...(came.length > 0 ? [`New below: ${listed(came)}.`] : []),
    ...(left.length > 0 ? [`No longer below: ${listed(left)}.`] : []),
  ]
}

const listed = (names: readonly string[]) =>
  names.length > 4 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} others` : names.join(', ')

const directlyBelow = ({ nodes, focus }: Graph) =>
  [...nodes.values()].filter(({ parent, side }) => parent === focus && side === 'below')

/** How many stand directly below the focus, shown or not. */
const countBelow = (graph: Graph): number =>
  directlyBelow(graph).reduce((sum, { item }) => sum + (item.kind === 'more' ? item.left : 1), 0)

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
