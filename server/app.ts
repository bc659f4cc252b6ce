import { randomUUID } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import { ApolloServer } from '@apollo/server'
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled'
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer'
import { expressMiddleware } from '@as-integrations/express5'
import express, { type ErrorRequestHandler } from 'express'
import type { Logger } from 'pino'
import { createAuthentication } from './access/token.ts'
import { errorPlugin, present } from './answer.ts'
import type { Config } from './config.ts'
import { type Context, createContext } from './context.ts'
import type { Database } from './database/database.ts'
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
  { authSecret, production, prepares, log }: Pick<Config, 'authSecret' | 'production' | 'prepares'> & { log: Logger },
): Promise<App> {
  const reader = new Reader(new Connections(pool, prepares), new Model(readings, orm.getMetadata()))
  const viewerOf = createAuthentication(authSecret)
  const web = express().disable('x-powered-by').disable('etag')
  const http = createServer(web)
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

  const context = async ({ req, res }: { req: express.Request; res: express.Response }) => {
    const requestId = randomUUID()
    res.setHeader('x-request-id', requestId)
    const viewer = await viewerOf(req.headers.authorization)
    const explains = req.headers['x-explain'] !== undefined && (!production || viewer?.role === 'OPERATOR')
    const gone = new AbortController()
    res.once('close', () => res.writableFinished || gone.abort())
    return createContext(reader, { viewer, requestId, explains, signal: gone.signal })
  }
  web.use('/graphql', express.json({ limit: '100kb' }), expressMiddleware(apollo, { context }), unreadable)
  return { http, stop: () => apollo.stop() }
}

/** A body that express cannot read never reaches Apollo; it is refused in the same form. */
const unreadable: ErrorRequestHandler = (error: { status?: number }, _request, response, next) => {
  const status = error.status ?? 500
  if (status >= 500 || response.headersSent) return next(error)
  const message =
    status === 413 ? 'The body is larger than 100 kB.' : 'The body is not JSON: send {"query": "…", "variables": {…}}.'
  response.status(status).json({ errors: [{ message, extensions: { code: 'BAD_REQUEST' } }] })
}
