import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { ApolloServer } from '@apollo/server'
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled'
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer'
import type { Logger } from 'pino'
import { createAuthentication } from './access/token.ts'
import { errorPlugin, present } from './answer.ts'
import type { Config } from './config.ts'
import { type Context, createContext } from './context.ts'
import type { Database } from './database/database.ts'
import { Unreadable } from './http/body.ts'
import { graphqlOver, refuse } from './http/graphql.ts'
import { bounds } from './limit/bounds.ts'
import { Budgets } from './limit/budgets.ts'
import { forStrangers, holderOf } from './limit/holder.ts'
import { limits } from './limit/limits.ts'
import { addressOf, networkOf } from './limit/network.ts'
import { Connections } from './reader/connections.ts'
import { Model } from './reader/model.ts'
import { passThrough, stringify } from './reader/pass-through.ts'
import { Reader } from './reader/reader.ts'
import { readings } from './readings.ts'
import { createSchema } from './schema.ts'

/** The server without its port: what `main.ts` listens with and tests speak to. */
export interface App {
  readonly http: Server
  /** Lets requests in flight finish, then stops. */
  stop(): Promise<void>
}

/** Puts the parts together: database, reader, schema, Apollo, HTTP. */
export async function createApp(
  { orm, pool }: Database,
  {
    authSecret,
    production,
    prepares,
    budget,
    trustedProxies,
    log,
  }: Pick<Config, 'authSecret' | 'production' | 'prepares' | 'budget' | 'trustedProxies'> & { log: Logger },
): Promise<App> {
  const reader = new Reader(new Connections(pool, prepares), new Model(readings, orm.getMetadata()))
  const viewerOf = createAuthentication(authSecret)
  const budgets = new Budgets(pool, authSecret)
  const http = createServer()
  const apollo = new ApolloServer<Context>({
    schema: await createSchema(),
    introspection: true,
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    formatError: present,
    stringifyResult: stringify,
    logger: log,
    plugins: [
      errorPlugin(log),
      limits(production),
      passThrough(reader),
      ApolloServerPluginDrainHttpServer({ httpServer: http, stopGracePeriodMillis: 10_000 }),
      ApolloServerPluginLandingPageDisabled(),
    ],
    parseOptions: { maxTokens: bounds.tokens },
    validationOptions: { maxErrors: bounds.errors },
    executionOptions: { maxCoercionErrors: bounds.errors },
    maxRecursiveSelections: bounds.selections,
    hideSchemaDetailsFromClientErrors: production,
    stopOnTerminationSignals: false,
  })
  await apollo.start()

  const graphql = graphqlOver(apollo, async (request: IncomingMessage, response: ServerResponse) => {
    const requestId = randomUUID()
    response.setHeader('x-request-id', requestId)
    const viewer = await viewerOf(request.headers.authorization)
    const holder = holderOf(viewer, networkOf(addressOf(request, trustedProxies)))
    const account = budgets.of(holder, viewer ? budget : forStrangers(budget))
    const explains = request.headers['x-explain'] !== undefined && (!production || viewer?.role === 'OPERATOR')
    const gone = new AbortController()
    response.once('close', () => response.writableFinished || gone.abort())
    return createContext(reader, { viewer, requestId, account, explains, signal: gone.signal })
  })
  http.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const answer = /^\/graphql\/?(\?|$)/.test(request.url ?? '')
      ? graphql(request, response)
      : Promise.resolve(refuse(response, new Unreadable(404, 'There is nothing here: the graph is at /graphql.')))
    answer.catch((error: unknown) => {
      log.error({ err: error }, 'failed')
      response.destroy()
    })
  })
  const stop = async () => {
    await apollo.stop()
    budgets.stop()
  }
  return { http, stop }
}
