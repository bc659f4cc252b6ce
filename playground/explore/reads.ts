import { Capacity } from '../../sdk/entry/labels.ts'
import { ApiError, type Client } from '../../sdk/index.ts'
import type { History } from './changes.ts'
import { isOn } from './day.ts'
import type { Card, Page, Rows, Superior } from './graph.ts'
import type { PlanRecord } from './record.ts'

/** What is to be drawn: whom, on which day, what is open, and how many below each. */
export interface Wanted {
  readonly focus: string
  readonly day: string
  readonly open: ReadonlySet<string>
  /** By assignment; `pageSize` where nothing is said. */
  readonly shown: ReadonlyMap<string, number>
}

/** What was read of somebody. */
export interface Reading {
  readonly history: History
  /** His or her own plans, of all days. */
  readonly plans: readonly PlanRecord[]
  /** The rows of the day. */
  readonly rows: Rows
  /** Whether the viewer may not see the person on that day. */
  readonly hidden: boolean
}

/** Who has a name, supervisors first. */
export interface Found {
  readonly cards: readonly Card[]
  /** Whether there is nobody else. */
  readonly whole: boolean
}

/** How many below are shown at first, and with each more. */
export const pageSize = 12

/** What is read of the graph, each thing once; what fails is asked for again the next time. */
export interface Reads {
  read(wanted: Wanted): Promise<Reading>
  search(name: string, day: string, signal: AbortSignal): Promise<Found>
  /** Whom to begin with: the viewer's own posts; of who has none, some that he sees. */
  start(): Promise<readonly Card[]>
}

const both = Object.values(Capacity)
const isAssignment = (id: string) => id.startsWith('asg_')

export function createReads(client: Client): Reads {
  const kept = new Map<string, Promise<unknown>>()
  const once = <Value>(key: string, read: () => PromiseLike<Value>): Promise<Value> => {
    const known = kept.get(key)
    if (known) return known as Promise<Value>
    const asked = Promise.resolve(read())
    kept.set(key, asked)
    asked.catch(() => kept.delete(key))
    return asked
  }

  const historyOf = (assignment: string): Promise<History> =>
    once(`history ${assignment}`, async () => {
      const history = await client.supervisionHistory({ assignment })
      if (!history) throw new Error('There is no such assignment.')
      return history
    })

  const above = (assignment: string, day: string): Promise<readonly Superior[]> =>
    once(`above ${assignment} ${day}`, async () => {
      const lines = await Promise.all(both.map((capacity) => client.superiors({ assignment, asOf: day, capacity })))
      return lines.flatMap((line) => line ?? [])
    })

  const below = (assignment: string, day: string, shown: number): Promise<readonly Page[]> =>
    once(`below ${assignment} ${day} ${shown}`, () =>
      Promise.all(
        both.map(async (capacity): Promise<Page> => {
          const list = client.subordinates({ assignment, asOf: day, capacity, first: Math.min(shown, 100) })
          const [cards, page] = await Promise.all([list.toArray({ limit: shown }), list])
          return { capacity, cards, total: page.totalCount }
        }),
      ),
    )

  const plansOf = (assignment: string): Promise<readonly PlanRecord[]> =>
    once(`plans ${assignment}`, async () => {
      const periods = await once('periods', () => client.periods())
      const plans = await Promise.all(periods.map(({ code }) => client.planRecord({ assignment, period: code })))
      return plans.flatMap((plan) => plan ?? [])
    })

  const seenPlans = async (assignment: string) => (await unlessHidden(plansOf(assignment))) ?? []

  return {
    async read({ focus, day, open, shown }) {
      const [history, plans] = await Promise.all([historyOf(focus), seenPlans(focus)])
      const rows = { day, focus: history, above: [], below: new Map([[focus, []]]), plans: new Map() }
      if (!isOn(day, history.from, history.until)) return { history, plans, rows, hidden: false }
      const superiors = await unlessHidden(above(focus, day))
      if (!superiors) return { history, plans, rows, hidden: true }
      const opened = [...open].filter(isAssignment)
      const [pages, records] = await Promise.all([
        Promise.all(opened.map(async (id) => (await unlessHidden(below(id, day, shown.get(id) ?? pageSize))) ?? [])),
        Promise.all(opened.map(seenPlans)),
      ])
      const byId = <Value>(values: readonly Value[]) => new Map(opened.map((id, index) => [id, values[index] as Value]))
      return {
        history,
        plans,
        rows: { day, focus: history, above: superiors, below: byId(pages), plans: byId(records) },
        hidden: false,
      }
    },

    async search(name, day, signal) {
      const filter = { nameContains: name, asOf: day }
      const [supervisors, teachers] = await Promise.all([
        client.supervisors({ filter, first: 6 }, { signal }),
        client.teachers({ filter, first: 8 }, { signal }),
      ])
      const cards = [...supervisors.nodes, ...teachers.nodes]
      return {
        cards: [...new Map(cards.map((card) => [card.id, card])).values()],
        whole: !supervisors.pageInfo.hasNextPage && !teachers.pageInfo.hasNextPage,
      }
    },

    start: () =>
      once('start', async () => {
        const person = (await client.viewer())?.person
        if (person) return person.assignments.map((post) => ({ ...post, person }))
        return (await client.supervisors({ first: 6 })).nodes
      }),
  }
}

/** What was asked for; null where the viewer may not see it. */
const unlessHidden = <Value>(asked: Promise<Value>): Promise<Value | null> =>
  asked.catch((error) => {
    if (ApiError.is(error, 'NOT_FOUND')) return null
    throw error
  })
