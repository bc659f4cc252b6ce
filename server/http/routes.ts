import { Refusal } from '../errors.ts'
import { type Exchange, pathOf, type Reply } from './exchange.ts'

/** A path, and who answers there. */
export interface Route {
  /** `/evidence/:id` fits any one segment in its last place. */
  readonly path: string
  readonly methods: readonly string[]
  readonly handle: (exchange: Exchange) => Promise<Reply>
  /** Whether it is answered while the server stops, too. */
  readonly always?: true
  /** Whether a body may take as long as a file. */
  readonly slow?: true
}

/** The route of an address; undefined where there is none. */
export const routeAt = (routes: readonly Route[], url = ''): Route | undefined => {
  const asked = pathOf(url)
  return routes.find(({ path }) => path === asked || path === asked.replace(/\/[^/]+$/, '/:id'))
}

/** The route of a request; refuses paths and methods that are in no route. */
export function routeOf(routes: readonly Route[], method = '', url = ''): Route {
  const route = routeAt(routes, url)
  if (!route) throw new Refusal('NOT_FOUND', 'There is nothing here: the graph is at /graphql.', 404)
  if (!route.methods.includes(method)) {
    const allow = route.methods.join(', ')
    throw new Refusal('BAD_REQUEST', `That is not done here: send ${allow}.`, 405, { allow })
  }
  return route
}
