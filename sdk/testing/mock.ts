import { at } from '../answer.ts'
import { decode } from '../decode.ts'
import type { Code } from '../errors.ts'
import { type SupervisionTreeNode, supervisionTreeOperation } from '../generated/operations.ts'
import type { AnyOperation, Connection, LiveOperation, Operation, PagedOperation } from '../operation.ts'
import type { Layer } from '../send.ts'
import { type TestClock, testClock } from './clock.ts'
import { dataWith } from './data.ts'
import { invent } from './factory.ts'
import { Fault, type FaultDetails } from './fault.ts'
import { type Feed, type Source, sourceOf } from './feed.ts'
import type { Given } from './given.ts'
import { idOf } from './ids.ts'
import { pageBy } from './lists.ts'
import { Rules } from './rules.ts'
import { serviceOf } from './service.ts'
import { placesOf, type TreeShape, treeBy } from './trees.ts'

/** What an operation is answered with: an answer, an error that it may fail with, or a function of the variables that makes either. */
export type Reply<Answer, Variables, Codes extends Code> =
  | Answer
  | Fault<Codes>
  | ((variables: Variables) => Answer | Fault<Codes> | Promise<Answer | Fault<Codes>>)

/** Tells a client what to be answered, and what it asked. */
export interface Mock {
  /** Answers an operation from now on. */
  on<Answer, Variables, Codes extends Code>(
    operation: Operation<Answer, Variables, Codes>,
    reply: NoInfer<Reply<Answer, Variables, Codes>>,
  ): void
  /** Answers its next request, before what `on` says; told several times, one after the other. */
  once<Answer, Variables, Codes extends Code>(
    operation: Operation<Answer, Variables, Codes>,
    reply: NoInfer<Reply<Answer, Variables, Codes>>,
  ): void
  /** An answer of an operation, valid and complete: what is not given is invented. Throws a TypeError for what it does not select. */
  answer<Answer, Variables, Codes extends Code>(
    operation: Operation<Answer, Variables, Codes>,
    given?: NoInfer<Given<NonNullable<Answer>>>,
  ): NonNullable<Answer>
  /** Instead of an answer: an error of the server, or NETWORK. */
  error<const Is extends Code>(code: Is, details?: FaultDetails): Fault<Is>
  /** Instead of an answer: nothing, until the caller aborts or runs out of time. */
  silence(): Fault<never>
  /** Answers a list, of so many items or of these, page by page; returns all of them. */
  pages<Page extends Connection<Item>, Variables, Item, Codes extends Code>(
    operation: PagedOperation<Page, Variables, Item, Codes>,
    items: number | readonly NoInfer<Given<Item>>[],
    options?: { readonly pageSize?: number },
  ): readonly Item[]
  /** Answers `supervisionTree`, and with it `client.tree`, for any of its places; returns them, the root first. */
  tree(shape: TreeShape): readonly SupervisionTreeNode[]
  /** The events of a subscription. */
  live<Event, Variables, Codes extends Code>(operation: LiveOperation<Event, Variables, Codes>): Feed<Event>
  /** Lets each request take so long, on the clock. */
  latency(milliseconds: number): void
  /** What the next requests meet on their way: an HTTP status without GraphQL, or a code. */
  flaky(trouble: readonly (number | Code)[]): void
  /** The variables of each request of an operation, the repeated ones too. */
  calls<Answer, Variables, Codes extends Code>(operation: Operation<Answer, Variables, Codes>): readonly Variables[]
  /** Throws an Error when something was told that nobody asked for, or asked for that nobody told. */
  assertAllUsed(): void
  readonly clock: TestClock
  /** For a client of your own: `createClient({ url, fetch: mock.fetch, clock: mock.clock })`. */
  readonly fetch: typeof fetch
  /** For a client of your own, the last of its layers: an operation that nobody told of throws what it has to say. */
  readonly layer: Layer
}

/** Where a mock begins. */
export interface MockStart {
  /** The same seed invents the same. Default 1. */
  readonly seed?: number | undefined
  /** What the clock shows. */
  readonly now?: Date | undefined
}

/** Makes a mock without a client. */
export const createMock = ({ seed = 1, now }: MockStart = {}): Mock => {
  const clock = testClock({ seed, ...(now ? { now } : {}) })
  const rules = new Rules()
  const service = serviceOf(rules, clock)
  const sources = new Map<string, Source>()
  const drawn = new Map<string, number>()

  const draw = (operation: AnyOperation, given: unknown): unknown => {
    const count = (drawn.get(operation.name) ?? 0) + 1
    drawn.set(operation.name, count)
    return invent(operation, `${seed}/${operation.name}/${count}`, given)
  }
  const answer = (operation: AnyOperation, given?: unknown): unknown => {
    const data = draw(operation, given === undefined ? undefined : dataWith(operation.path, given))
    for (const path of operation.dates ?? []) decode(data, path.split('.'))
    return at(data, operation.path)
  }
  const rule = (operation: AnyOperation, said: string, reply: unknown) => {
    if (operation.kind === 'subscription' && said !== 'live')
      throw new TypeError(`${operation.name} is a subscription: use mock.live(${operation.name}Operation).`)
    return { operation, said, reply: typeof reply === 'function' ? (reply as () => unknown) : () => reply }
  }
  const list = (operation: AnyOperation, said: string, items: readonly unknown[]) => {
    const whole = answer(operation, { nodes: items }) as Connection<unknown>
    return { whole, says: (reply: unknown) => rules.always(rule(operation, said, reply)) }
  }

  const mock = {
    clock,
    fetch: service.fetch,
    layer: service.layer,
    answer,
    on: (operation: AnyOperation, reply: unknown) => rules.always(rule(operation, 'on', reply)),
    once: (operation: AnyOperation, reply: unknown) => rules.once(rule(operation, 'once', reply)),
    error: (code: Code, details?: FaultDetails) => new Fault(code, details),
    silence: () => new Fault<never>(null),
    pages(operation: AnyOperation, items: number | readonly unknown[], { pageSize = 50 } = {}) {
      const { whole, says } = list(
        operation,
        'pages',
        typeof items === 'number' ? Array.from({ length: items }) : items,
      )
      says(pageBy(whole, pageSize))
      return whole.nodes
    },
    tree(shape: TreeShape) {
      const places = placesOf(shape, (index) => idOf('Assignment', `${seed}/tree.${index}`))
      const { whole, says } = list(supervisionTreeOperation, 'tree', places)
      says(treeBy(whole as Connection<SupervisionTreeNode>))
      return whole.nodes
    },
    live(operation: AnyOperation) {
      const known = sources.get(operation.name)
      if (known) return known.feed
      const source = sourceOf(operation, (given) => draw(operation, given))
      sources.set(operation.name, source)
      rules.always(rule(operation, 'live', source.open))
      return source.feed
    },
    latency(milliseconds: number) {
      service.latencyMs = milliseconds
    },
    flaky: (trouble: readonly (number | Code)[]) => void service.trouble.push(...trouble),
    calls: ({ name }: AnyOperation) =>
      service.requests.filter(({ operation }) => operation === name).map(({ variables }) => variables),
    assertAllUsed() {
      const unused = [...rules.unused(), ...service.trouble.map((met) => `${met} (flaky)`)]
      const wrong = [
        ...(unused.length > 0 ? [`nobody asked for ${unused.join(', ')}`] : []),
        ...(service.unforeseen.length > 0 ? [`nobody told what to answer to ${service.unforeseen.join(', ')}`] : []),
      ]
      if (wrong.length > 0) throw new Error(`The mock: ${wrong.join('; ')}.`)
    },
  }
  return mock as Mock
}
