import type { ApolloServerPlugin } from '@apollo/server'
import type { Context } from '../context.ts'
import { Refusal } from '../errors.ts'
import { tooDear } from './bounds.ts'
import { prices } from './measure.ts'
import { Measures, type Weighed } from './measures.ts'
import { balanceHeaders, rateLimited } from './toll.ts'

/** Refuses what is too large or not paid for before it runs, and tells every client what was asked and what is left. */
export function limits(production: boolean): ApolloServerPlugin<Context> {
  const measures = new Measures()
  return {
    async requestDidStart({ contextValue: { viewer, account } }) {
      let weighed: Weighed | undefined
      let paid = false
      let retryAfter = 0
      return {
        async didResolveOperation({ schema, document, operation, request }) {
          if (!operation) return
          weighed = measures.of(schema, document, operation, request.variables ?? {})
          const refusal = weighed.refusal ?? tooDear(weighed, account.bucket.capacity)
          if (refusal) throw refusal
          if (production && !viewer && weighed.introspects)
            throw new Refusal('UNAUTHENTICATED', 'Sign in to read the schema: it is in the documentation, too.', 401)
          paid = true
          if (await account.spend(weighed.cost)) return
          retryAfter = account.retryAfter(weighed.cost)
          throw rateLimited(weighed.cost, retryAfter)
        },
        async willSendResponse({ response: { body, http } }) {
          // what is refused unread was work, too
          if (!paid) await account.spend(prices.request).catch(() => false)
          const balance = account.balance()
          for (const [name, value] of Object.entries(balanceHeaders(balance))) http.headers.set(name, value)
          if (retryAfter) http.headers.set('retry-after', String(retryAfter))
          if (!weighed || body.kind !== 'single') return
          const { limit, remaining, restorePerSecond } = balance
          const budget = { limit, remaining, restorePerSecond }
          const cost = { requested: weighed.cost, nodes: weighed.nodes, budget }
          body.singleResult.extensions = { ...body.singleResult.extensions, cost }
        },
      }
    },
  }
}
