import { at } from './answer.ts'
import { Call } from './call.ts'
import { failed } from './error-class.ts'
import type { Code } from './errors.ts'
import type { Connection, Reads } from './operation.ts'
import type { Told } from './send.ts'

/** Reads the page after a cursor; the signal stops it. */
type Load<Page> = (after: unknown, signal?: AbortSignal) => Promise<Told<Page>>

/**
 * A list that is read page by page: `await` it for the first page, or walk over all of it. Nothing is asked for before that, and the first
 * page is asked for once. On a walk the next page, of the same size, is fetched while you are busy with one; leaving the loop ends it.
 *
 * @example
 * const { nodes, totalCount } = await client.teachers({ first: 20 })
 * for await (const teacher of client.teachers()) console.log(teacher.person.name)
 * const hundred = await client.teachers({ filter }).toArray({ limit: 100 })
 */
export class Pages<Page extends Connection<Item>, Item, Codes extends Code = Code>
  extends Call<Page, Codes>
  implements AsyncIterable<Item>
{
  readonly #operation: string
  readonly #after: unknown
  readonly #load: Load<Page>

  constructor(operation: string, after: unknown, load: Load<Page>) {
    super(() => load(after))
    this.#operation = operation
    this.#after = after
    this.#load = load
  }

  /** Page by page, to show how far it is or to stop and go on later from `pageInfo.endCursor`. */
  pages(): AsyncGenerator<Page, void, undefined> {
    return this.#walk(() => true)
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Item, void, undefined> {
    for await (const page of this.pages()) yield* page.nodes
  }

  /** All items in one array, up to a limit, which must be said: lists are long. */
  async toArray({ limit }: { readonly limit: number }): Promise<Item[]> {
    const items: Item[] = []
    if (limit <= 0) return items
    for await (const page of this.#walk(({ nodes }) => items.length + nodes.length < limit)) {
      items.push(...page.nodes.slice(0, limit - items.length))
      if (items.length >= limit) break
    }
    return items
  }

  /** @param goesOn whether the page after this one will be wanted */
  async *#walk(goesOn: (page: Page) => boolean): AsyncGenerator<Page, void, undefined> {
    const cursors = new Set([this.#after])
    const left = new AbortController()
    try {
      let page: Page = await this
      for (;;) {
        const { hasNextPage, endCursor } = page.pageInfo
        const moves = endCursor !== null && !cursors.has(endCursor)
        cursors.add(endCursor)
        const next = hasNextPage && moves && goesOn(page) ? this.#load(endCursor, left.signal) : undefined
        // Whoever leaves does not care, whoever stays awaits it below.
        next?.catch(() => {})
        yield page
        if (!hasNextPage) return
        if (!moves) throw failed({ code: 'BAD_RESPONSE', message: 'Its cursor is stuck.', operation: this.#operation })
        page = (await (next ?? this.#load(endCursor, left.signal))).data
      }
    } finally {
      left.abort()
    }
  }
}

/** Answers an operation page by page. A list of something that does not exist is NOT_FOUND. */
export const pagesOf: Reads<Pages<Connection<unknown>, unknown>> = ({ send }, operation, variables, options) => {
  const { name, path } = operation
  const { after: start } = variables as { readonly after?: unknown }
  return new Pages(name, start, async (after, left) => {
    // signals that are tied to another are kept as long as that: none is made without need
    const signal = options.signal && left ? AbortSignal.any([options.signal, left]) : (options.signal ?? left)
    const { data, meta } = await send(operation, { ...variables, after }, { ...options, signal })
    const page = at(data, path)
    if (page === null) throw failed({ code: 'NOT_FOUND', message: 'No such list.', operation: name })
    return { data: page as Connection<unknown>, meta }
  })
}
