import 'reflect-metadata'
import type { Server } from 'node:http'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ApolloServer } from '@apollo/server'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled'
import type { Logger } from 'pino'
import { personOf } from './access/account.ts'
import { type Asker, createAuthentication } from './access/authentication.ts'
import { createKeys } from './access/issuer.ts'
import { createSignIn } from './access/oidc.ts'
import { createTokenVerifier } from './access/token.ts'
import { errorPlugin, present, refuse } from './answer.ts'
import { createKeyVerifier } from './api-key/verify.ts'
import { startSealing } from './audit/seal.ts'
import { Trail } from './audit/trail.ts'
import type { Config } from './config.ts'
import { type Context, createContext, type Live } from './context.ts'
import type { Database } from './database/database.ts'
import { Refusal } from './errors.ts'
import { Feed } from './event/feed.ts'
import { Files, startSweeping } from './evidence/file/files.ts'
import { folderOf, storageOf } from './evidence/file/storage-of.ts'
import { readManifest, TrustedDocuments } from './http/documents.ts'
import { Door } from './http/door.ts'
import { evidenceRoutes } from './http/evidence.ts'
import { type Asked, graphqlOver } from './http/graphql.ts'
import { live, readiness } from './http/health.ts'
import { createListener } from './http/listener.ts'
import { createMetrics } from './http/metrics.ts'
import { type Patience, patience as usual } from './http/patience.ts'
import { deedsOf } from './idempotency/deed.ts'
import { startForgetting } from './idempotency/forget.ts'
import { bounds } from './limit/bounds.ts'
import { Budgets } from './limit/budgets.ts'
import { forStrangers, holderOf } from './limit/holder.ts'
import { limits } from './limit/limits.ts'
import { addressOf, networkOf } from './limit/network.ts'
import { Guests } from './live/guests.ts'
import { type Question, questionsOver } from './live/question.ts'
import { Sockets } from './live/sockets.ts'
import { streamsOver, wantsEvents } from './live/streams.ts'
import { Subscriptions } from './live/subscriptions.ts'
import { Pages } from './playground/pages.ts'
import { signInRoutes } from './playground/sign-in.ts'
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

/** What the configuration decides of it. */
export type Settings = Pick<
  Config,
  | 'authSecret'
  | 'oidc'
  | 'production'
  | 'prepares'
  | 'origins'
  | 'metricsToken'
  | 'trustedDocumentsOnly'
  | 'mostConnections'
  | 'budget'
  | 'trustedProxies'
  | 'dataDirectory'
  | 'bucket'
> & {
  readonly log: Logger
  readonly patience?: Partial<Patience>
  readonly mostUnrecorded?: number
  readonly mostFailures?: number
  /** Tells what time it is; the machine's own clock by default. */
  readonly clock?: () => Date
}

/** Puts the parts together: database, reader, schema, Apollo, HTTP. */
export async function createApp({ orm, pool }: Database, settings: Settings): Promise<App> {
  const { authSecret, oidc, production, prepares, budget, trustedProxies, log, clock = () => new Date() } = settings
  const connections = new Connections(pool, prepares)
  const reader = new Reader(connections, new Model(readings, orm.getMetadata()), clock)
  const trail = new Trail(pool, log, settings.mostUnrecorded)
  const keys = oidc && createKeys(oidc.issuer, (err) => log.warn({ err }, 'the issuer does not answer'))
  const signIn = keys && createSignIn(oidc, keys, (identity) => personOf(pool, identity))
  const viewerOf = createAuthentication({
    token: createTokenVerifier(authSecret, signIn),
    key: createKeyVerifier(orm.em, log),
    log,
    addressOf: (request) => networkOf(addressOf(request, trustedProxies)),
    mostFailures: settings.mostFailures,
  })
  const budgets = new Budgets(pool, authSecret)
  const documents = new TrustedDocuments(readManifest(), settings.trustedDocumentsOnly)
  const feed = new Feed(pool, log, prepares)
  const subscriptions = new Subscriptions(log)
  const metrics = createMetrics(
    { pool, prepared: () => connections.statementsPrepared, subscriptions: () => subscriptions.open },
    settings.metricsToken,
  )
  const schema = await createSchema()
  const apollo = new ApolloServer<Context>({
    schema,
    introspection: true,
    csrfPrevention: true,
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    formatError: present,
    stringifyResult: stringify,
    logger: log,
    plugins: [
      errorPlugin(log),
      limits(production),
      subscriptions,
      passThrough(reader),
      // nothing here may be kept, and nothing is to be seen but answers
      ApolloServerPluginCacheControlDisabled(),
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

  const recognise = async (asker: Asker) => {
    const viewer = await viewerOf(asker)
    return { viewer, holder: holderOf(viewer, networkOf(addressOf(asker, trustedProxies))) }
  }
  const contextOf = async (question: Question, asked: Asked | null, live: Live | null): Promise<Context> => {
    const { request, requestId, traits } = question
    const { viewer, holder } = await recognise(request)
    traits.role = viewer?.role ?? 'NOBODY'
    if (asked && !documents.allows(viewer, documents.idOf(asked)))
      throw new Refusal('FORBIDDEN', 'Only trusted documents are taken: send a documentId of documents.json.', 403)
    const account = budgets.of(holder, viewer ? budget : forStrangers(budget))
    const explains = request.headers['x-explain'] !== undefined && (!production || viewer?.role === 'OPERATOR')
    const deeds = deedsOf({ header: request.headers['idempotency-key'], holder, body: asked?.body }, authSecret)
    const signal = live ? AbortSignal.any([question.signal, live.over.signal]) : question.signal
    return createContext(
      { reader, trail, em: orm.em, feed },
      { viewer, requestId, now: clock(), account, explains, traits, live, signal, deeds },
    )
  }
  const letIn = (question: Question, asked: Asked, live: Live | null) => contextOf(question, asked, live).catch(refuse)
  const graphql = graphqlOver(apollo, letIn, (asked) => documents.prepare(asked))
  const guests = new Guests(viewerOf)
  const streams = streamsOver(graphql, recognise, guests)
  const pages = new Pages(fileURLToPath(new URL('../playground/dist', import.meta.url)))
  const files = new Files(pool, storageOf(settings))
  const patience = { ...usual, ...settings.patience }
  const http = createListener(patience, settings.mostConnections)
  const door = new Door(http, {
    routes: [
      {
        path: '/graphql',
        methods: ['GET', 'POST'],
        handle: async (exchange) => {
          if (pages.wanted(exchange.request)) return pages.send('index.html', exchange.request)
          return wantsEvents(exchange.request) ? streams(exchange) : graphql(exchange)
        },
      },
      ...signInRoutes({ pool, authSecret, production, oidc }),
      ...pages.routes(),
      ...evidenceRoutes({
        ...{ files, trail, schema },
        folder: join(folderOf(settings), 'incoming'),
        contextOf: (exchange) => contextOf(exchange, null, null),
      }),
      { path: '/health/live', methods: ['GET', 'HEAD'], handle: live, always: true },
      { path: '/health/ready', methods: ['GET', 'HEAD'], handle: readiness(pool) },
      { path: '/metrics', methods: ['GET'], handle: metrics.handle, always: true },
    ],
    origins: settings.origins,
    production,
    patience,
    log,
    observe: metrics.observe,
  })
  const sockets = new Sockets(http, {
    path: '/graphql',
    origins: settings.origins,
    guests,
    log,
    recognise,
    ask: questionsOver({ apollo, contextOf: letIn, log, observe: metrics.observe }),
    patience,
  })
  const stopSealing = startSealing(pool, log)
  const stopForgetting = startForgetting(pool)
  const stopSweeping = startSweeping(files, log)
  // in this order, each whatever became of the one before; the pool is closed by who opened it, after all of them
  const close = async () => {
    const closed = door.stop()
    guests.stop()
    await Promise.all([closed, sockets.stop()])
  }
  const stops = [
    close,
    () => feed.stop(),
    () => apollo.stop(),
    () => trail.stop(),
    stopSealing,
    async () => budgets.stop(),
    async () => stopForgetting(),
    async () => stopSweeping(),
  ]
  return {
    http,
    async stop() {
      for (const stop of stops) await stop().catch((error: unknown) => log.error({ err: error }, 'failed to stop'))
    },
  }
}
