import { at } from '../answer.ts'
import type { Connection } from '../operation.ts'
import { Fault } from './fault.ts'

/** Answers a list page by page, as long as a page may be and the request asks for. */
export const pageBy =
  (whole: Connection<unknown>, pageSize: number) =>
  (variables: object): Connection<unknown> | Fault => {
    const [after, first] = [at(variables, ['after']), at(variables, ['first'])]
    const from = after === null ? 0 : Number(/^page-(\d+)$/.exec(String(after))?.[1])
    if (!(from <= whole.nodes.length))
      return new Fault('BAD_USER_INPUT', { message: '`after` is no cursor of this list.' })
    const to = Math.min(from + Math.min(Number(first ?? pageSize), pageSize), whole.nodes.length)
    const pageInfo = { hasNextPage: to < whole.nodes.length, endCursor: to > from ? `page-${to}` : null }
    return { ...whole, nodes: whole.nodes.slice(from, to), pageInfo: { ...whole.pageInfo, ...pageInfo } }
  }
