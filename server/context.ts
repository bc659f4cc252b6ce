import type { GraphQLResolveInfo } from 'graphql'
import type { Viewer } from './access/viewer.ts'
import type { Answers, Reader } from './reader/reader.ts'

/** What one request carries. Built by `app.ts`. */
export interface Context {
  readonly viewer: Viewer | null
  readonly requestId: string
  /** What the reader answers to the operation; the first root field that asks starts it. */
  answers(info: GraphQLResolveInfo): Promise<Answers>
}

/** The context of a request. */
export function createContext(reader: Reader, viewer: Viewer | null, requestId: string): Context {
  let answers: Promise<Answers> | undefined
  return {
    viewer,
    requestId,
    answers(info) {
      answers ??= reader.answer(info, viewer)
      return answers
    },
  }
}
