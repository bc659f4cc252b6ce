import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { ApolloServer } from '@apollo/server'
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled'
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer'
import type { Logger } from 'pino'
import { createAuthentication } from './access/token.ts'
import { errorPlugin, present } from './answer.ts'
import { startSealing } from './audit/seal.ts'
import { Trail } from './audit/trail.ts'
import type { Config } from './config.ts'
import { type Context, createContext } from './context.ts'
import type { Database } from './database/database.ts'
import { Unreadable } from './http/body.ts'
import { graphqlOver, refuse } from './http/graphql.ts'
import { Connections } from './reader/connections.ts'
import { Model } from './reader/model.ts'
import { passThrough, stringify } from './reader/pass-through.ts'
import { Reader } from './reader/reader.ts'
import { readings } from './readings.ts'
import { createSchema } from './schema.ts'

/** The server without its port: what `main.ts` listens with and tests speak to. */
export interface App {
  readonly http: Server
  /** Lets requests in flight finish, records what they read, then stops. */
  stop(): Promise<void>
}

/** Puts the parts together: database, reader, audit trail, schema, Apollo, HTTP. */
export async function createApp(
  { orm, pool }: Database,
  {
    authSecret,
    production,
    prepares,
    log,
    mostUnrecorded,
  }: Pick<Config, 'authSecret' | 'production' | 'prepares'> & { log: Logger; mostUnrecorded?: number },
): Promise<App> {
  const reader = new Reader(new Connections(pool, prepares), new Model(readings, orm.getMetadata()))
  const trail = new Trail(pool, log, mostUnrecorded)
  const viewerOf = createAuthentication(authSecret)
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
      passThrough(reader),
      ApolloServerPluginDrainHttpServer({ httpServer: http, stopGracePeriodMillis: 10_000 }),
      ApolloServerPluginLandingPageDisabled(),
    ],
    parseOptions: { maxTokens: 2_000 },
    stopOnTerminationSignals: false,
  })
  await apollo.start()

  const graphql = graphqlOver(apollo, async (request: IncomingMessage, response: ServerResponse) => {
    const requestId = randomUUID()
    response.setHeader('x-request-id', requestId)
    const viewer = await viewerOf(request.headers.authorization)
    const explains = request.headers['x-explain'] !== undefined && (!production || viewer?.role === 'OPERATOR')
    const gone = new AbortController()
    response.once('close', () => response.writableFinished || gone.abort())
    return createContext(reader, trail, { viewer, requestId, explains, signal: gone.signal })
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
  const stopSealing = startSealing(pool, log)
  const stop = async () => {
    await apollo.stop()
    await Promise.all([trail.stop(), stopSealing()])
  }
  return { http, stop }
}
