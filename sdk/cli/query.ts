import { at, isObject } from '../answer.ts'
import type { Client } from '../client.ts'
import type { Connection, PagedOperation } from '../operation.ts'
import { pagesOf } from '../pages.ts'
import type { QueryOptions } from './arguments.ts'
import { type Document, goesOn, readDocument } from './document.ts'
import { Unable } from './failure.ts'
import { type Found, firstList, itemsOf, membersOf } from './list.ts'
import type { Progress } from './progress.ts'
import { textOf } from './table.ts'

type Paged = PagedOperation<Connection<unknown>, object, unknown>

/** Sends the document in a file; its answer as text. */
export async function* query(
  client: Client,
  { file, variables, all, format }: QueryOptions,
  progress: Progress,
): AsyncGenerator<string, void, undefined> {
  const document = await readDocument(file, all)
  const data = await client.run(document, variables)
  const list = firstList(data)
  const first = list && at(data, list.path)
  const lists = list && all ? pagesFrom(client, document, variables, list, first, progress) : [first]
  if (format !== 'json') {
    yield* textOf(list ? itemsIn(lists, list) : [data], format)
    return
  }
  if (list && isObject(first)) {
    const members: unknown[] = []
    for await (const page of lists) members.push(...membersOf(page, list.kind))
    Object.assign(first, { [list.kind]: members })
  }
  yield `${JSON.stringify(data, null, 2)}\n`
}

/** The first page, and those after it. */
async function* pagesFrom(
  client: Client,
  document: Document,
  variables: object,
  { path, kind }: Found,
  first: unknown,
  progress: Progress,
): AsyncGenerator<unknown> {
  const { pageInfo, totalCount } = first as Partial<Connection<unknown>>
  if (pageInfo?.endCursor === undefined || pageInfo.hasNextPage === undefined) throw new Unable(goesOn)
  let done = membersOf(first, kind).length
  progress.show(done, totalCount)
  yield first
  if (!pageInfo.hasNextPage) return
  const rest: Paged = { ...(document as Paged), path, reads: pagesOf }
  for await (const page of client.run(rest, { ...variables, after: pageInfo.endCursor }).pages()) {
    done += membersOf(page, kind).length
    progress.show(done, totalCount)
    yield page
  }
}

async function* itemsIn(lists: AsyncIterable<unknown> | Iterable<unknown>, { kind }: Found): AsyncGenerator<unknown> {
  for await (const list of lists) yield* itemsOf(list, kind)
}
