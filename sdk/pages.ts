import { ApiError } from './errors.ts'
import type { Connection } from './operation.ts'

/**
 * A list that is read page by page: `await` it for the first page, or walk over all of it. Nothing is asked for before
 * that, and the first page is asked for once. Each further page has the size of the first; leaving the loop ends it.
 *
 * @example
 * const { nodes, totalCount } = await client.teachers({ first: 20 })
 * for await (const teacher of client.teachers()) console.log(teacher.person.name)
 * const hundred = await client.teachers({ filter }).toArray({ limit: 100 })
 */
export class Pages<Page extends Connection<Item>, Item> implements Promise<Page>, AsyncIterable<Item> {
  readonly [Symbol.toStringTag] = 'Pages'
  readonly #operation: string
  readonly #load: (after?: string) => Promise<Page>
  #first: Promise<Page> | undefined

  constructor(operation: string, load: (after?: string) => Promise<Page>) {
    this.#operation = operation
    this.#load = load
  }

  // biome-ignore lint/suspicious/noThenProperty: it is a promise.
  then<Kept = Page, Caught = never>(
    kept?: ((page: Page) => Kept | PromiseLike<Kept>) | null,
    caught?: ((error: unknown) => Caught | PromiseLike<Caught>) | null,
  ): Promise<Kept | Caught> {
    this.#first ??= this.#load()
    return this.#first.then(kept, caught)
  }

  catch<Caught = never>(caught?: ((error: unknown) => Caught | PromiseLike<Caught>) | null): Promise<Page | Caught> {
    return this.then(null, caught)
  }

  finally(done?: (() => void) | null): Promise<Page> {
    return this.then().finally(done)
  }

  /** Page by page, to show how far it is or to stop and go on later from `pageInfo.endCursor`. */
  async *pages(): AsyncGenerator<Page, void, undefined> {
    const cursors = new Set<string>()
    let page: Page = await this
    for (;;) {
      yield page
      const { hasNextPage, endCursor } = page.pageInfo
      if (!hasNextPage) return
      if (endCursor === null || cursors.has(endCursor)) throw this.#stuck()
      cursors.add(endCursor)
      page = await this.#load(endCursor)
    }
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Item, void, undefined> {
    for await (const page of this.pages()) yield* page.nodes
  }

  /** All items in one array, up to a limit, which must be said: lists are long. */
  async toArray({ limit }: { readonly limit: number }): Promise<Item[]> {
    const items: Item[] = []
    if (limit <= 0) return items
    for await (const item of this) {
      items.push(item)
      if (items.length >= limit) break
    }
    return items
  }

  #stuck(): ApiError {
    const message = 'The list goes on, but its cursor does not.'
    return new ApiError({ code: 'BAD_RESPONSE', message, operation: this.#operation })
  }
}
