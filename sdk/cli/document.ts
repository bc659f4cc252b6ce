import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { operation } from '../document.ts'
import type { Operation } from '../operation.ts'
import { Unable } from './failure.ts'

/** A query or mutation of the user's own. */
export type Document = Operation<unknown, object>

/** Reads the document in a file (`-`: the standard input). What is wrong with it, the server says. */
export const readDocument = async (file: string, all: boolean): Promise<Document> => {
  const source = await (file === '-' ? text(process.stdin) : readFile(file, 'utf8')).catch((error) => {
    throw new Unable(`${file} cannot be read (${error.code}).`)
  })
  const document = parse(source, file)
  if (all && document.kind !== 'query') throw new Unable('--all is for queries: a mutation is sent once.')
  if (all && !/\$after\b/.test(source)) throw new Unable(goesOn)
  return document
}

/** What a query needs that is to be sent page by page. */
export const goesOn =
  '--all needs a list that goes on: query teachers($after: String) { teachers(after: $after) { nodes { … } pageInfo { hasNextPage endCursor } } }'

const parse = (source: string, file: string): Document => {
  try {
    return operation(source)
  } catch {
    throw new Unable(`${file} holds no query with a name: query teachers { … }`)
  }
}
