import 'reflect-metadata'
import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { ApolloServer } from '@apollo/server'
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled'
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer'
import type { Logger } from 'pino'
import { personOf } from './access/account.ts'
import { createAuthentication } from './access/authentication.ts'
import { createKeys } from './access/issuer.ts'
import { createSignIn } from './access/oidc.ts'
import { createTokenVerifier } from './access/token.ts'
import { errorPlugin, present } from './answer.ts'
import { createKeyVerifier } from './api-key/verify.ts'
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
  /** Lets requests in flight finish, then stops. */
  stop(): Promise<void>
}

/** Puts the parts together: database, reader, schema, Apollo, HTTP. */
export async function createApp(
  { orm, pool }: Database,
  {
    authSecret,
    oidc,
    production,
    prepares,
    log,
  }: Pick<Config, 'authSecret' | 'oidc' | 'production' | 'prepares'> & { log: Logger },
): Promise<App> {
  const reader = new Reader(new Connections(pool, prepares), new Model(readings, orm.getMetadata()))
  const keys = oidc && createKeys(oidc.issuer, (err) => log.warn({ err }, 'the issuer does not answer'))
  const signIn = keys && createSignIn(oidc, keys, (identity) => personOf(pool, identity))
  const viewerOf = createAuthentication({
    token: createTokenVerifier(authSecret, signIn),
    key: createKeyVerifier(orm.em, log),
    log,
  })
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
    const viewer = await viewerOf(request)
    const explains = request.headers['x-explain'] !== undefined && (!production || viewer?.role === 'OPERATOR')
    const gone = new AbortController()
    response.once('close', () => response.writableFinished || gone.abort())
    return createContext({ reader, em: orm.em }, { viewer, requestId, explains, signal: gone.signal })
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
  return { http, stop: () => apollo.stop() }
}
