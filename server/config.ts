import type { Origins } from './http/cors.ts'

/** What the environment decides. The only file that reads it. */
export interface Config {
  /** Another PostgreSQL, instead of our own in `dataDirectory`. */
  readonly databaseUrl: string | undefined
  /** The same as its owner, where the server's own user is another. */
  readonly migrationDatabaseUrl: string | undefined
  /** How many connections to the database one server holds at most. */
  readonly databaseConnections: number
  readonly dataDirectory: string
  /** Where the files of evidence are kept; undefined: in a folder of `dataDirectory`. */
  readonly bucket: Bucket | undefined
  readonly port: number
  readonly logLevel: LogLevel
  readonly authSecret: string
  /** Undefined where nobody signs in by OpenID Connect. */
  readonly oidc: Oidc | undefined
  readonly production: boolean
  /** False behind a pooler in transaction mode, such as PgBouncer. */
  readonly prepares: boolean
  /** Which web pages of other origins may ask. */
  readonly origins: Origins
  /** What opens /metrics to another machine. */
  readonly metricsToken: string | undefined
  /** Whether nothing but the documents of the SDK is answered. */
  readonly trustedDocumentsOnly: boolean
  readonly mostConnections: number
  /** What a person or an API key may spend, and what restores a second; strangers a tenth of it. */
  readonly budget: { readonly capacity: number; readonly perSecond: number }
  /** How many proxies of ours stand before the server. */
  readonly trustedProxies: number
}

/** A bucket of a store that speaks S3. */
export interface Bucket {
  /** Without a slash at its end; the bucket's name follows it in addresses. */
  readonly endpoint: string
  readonly name: string
  readonly region: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
}

/** Where people sign in by OpenID Connect. */
export interface Oidc {
  readonly issuer: string
  /** Whom the issuer's tokens are for: what it calls us, the client id. */
  readonly audience: string
  /** E-mail domains, in lower case, that are let in with all their sub-domains. */
  readonly domains: readonly string[]
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
type LogLevel = (typeof logLevels)[number]

/** The secret that signs tokens on a developer's machine; production mode refuses it. */
const builtInSecret = 'for-development-only-never-in-production'

/** A value in the environment that cannot be used; its message is one line that says which and why. */
export class BadConfig extends Error {}

/** Reads and checks the environment. Throws BadConfig. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const production = environment['NODE_ENV'] === 'production'
  const config = {
    databaseUrl: databaseUrl('DATABASE_URL', environment['DATABASE_URL']),
    migrationDatabaseUrl: databaseUrl('MIGRATION_DATABASE_URL', environment['MIGRATION_DATABASE_URL']),
    databaseConnections: whole('DATABASE_CONNECTIONS', environment['DATABASE_CONNECTIONS'] || '6', 1, 1_000),
    dataDirectory: environment['DATA_DIR'] || '.data',
    bucket: bucket(environment),
    port: port(environment['PORT'] || '4000'),
    logLevel: logLevel(environment['LOG_LEVEL'] || 'info'),
    authSecret: secret(environment['AUTH_SECRET'] || builtInSecret),
    oidc: oidc(environment),
    production,
    prepares: onOrOff('PREPARED_STATEMENTS', environment['PREPARED_STATEMENTS'] || 'on'),
    origins: origins(environment['CORS_ORIGINS']) ?? (production ? [] : 'LOCALHOST'),
    metricsToken: metricsToken(environment['METRICS_TOKEN']),
    trustedDocumentsOnly: trustedDocumentsOnly(environment['TRUSTED_DOCUMENTS'] || 'any'),
    mostConnections: mostConnections(environment['MAX_CONNECTIONS'] || '10000'),
    budget: {
      capacity: whole('BUDGET', environment['BUDGET'] || '1000000', 1_000),
      perSecond: whole('BUDGET_PER_SECOND', environment['BUDGET_PER_SECOND'] || '10000', 10),
    },
    trustedProxies: whole('TRUST_PROXY', environment['TRUST_PROXY'] || '0', 0, 10),
  } satisfies Config
  if (config.production && config.authSecret === builtInSecret) {
    throw new BadConfig('AUTH_SECRET is not set: production mode needs a secret of its own, 32 characters or more.')
  }
  if (config.migrationDatabaseUrl && !config.databaseUrl) {
    throw new BadConfig('MIGRATION_DATABASE_URL is set without DATABASE_URL: the server needs a user of its own there.')
  }
  return config
}

function databaseUrl(name: string, text: string | undefined): string | undefined {
  if (!text) return undefined
  if (!/^postgres(ql)?:$/.test(URL.parse(text)?.protocol ?? '')) {
    throw new BadConfig(`${name} is not a PostgreSQL address, as in postgres://user:password@host:5432/name.`)
  }
  return text
}

function bucket(environment: NodeJS.ProcessEnv): Bucket | undefined {
  const { S3_ENDPOINT: endpoint, S3_BUCKET: name, S3_REGION: region, ...rest } = environment
  const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = rest
  if (!endpoint) {
    if (name || accessKeyId || secretAccessKey)
      throw new BadConfig('S3_ENDPOINT is not set: the other S3 settings need it.')
    return undefined
  }
  const url = URL.parse(endpoint)
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash || url.username)
    throw new BadConfig('S3_ENDPOINT is not an address, as in https://s3.ap-southeast-3.amazonaws.com.')
  if (!/^[a-z\d][a-z\d.-]{1,61}[a-z\d]$/.test(name ?? ''))
    throw new BadConfig('S3_BUCKET is not the name of a bucket: 3 to 63 of a-z, 0-9, dots and hyphens.')
  if (!name || !accessKeyId || !secretAccessKey)
    throw new BadConfig('S3_ACCESS_KEY_ID or S3_SECRET_ACCESS_KEY is not set: S3_ENDPOINT needs both.')
  return { endpoint: url.href.replace(/\/$/, ''), name, region: region || 'us-east-1', accessKeyId, secretAccessKey }
}

function oidc(environment: NodeJS.ProcessEnv): Oidc | undefined {
  const { OIDC_ISSUER: issuer, OIDC_AUDIENCE: audience, OIDC_DOMAINS: domains = '' } = environment
  if (!issuer) {
    if (audience || domains) throw new BadConfig('OIDC_ISSUER is not set: the other OIDC settings need it.')
    return undefined
  }
  const { protocol, hostname, search, hash } = URL.parse(issuer) ?? {}
  const near = protocol === 'http:' && (hostname === 'localhost' || hostname === '127.0.0.1')
  if ((protocol !== 'https:' && !near) || search || hash) {
    throw new BadConfig('OIDC_ISSUER is not an https address, as in https://accounts.google.com.')
  }
  if (!audience) throw new BadConfig('OIDC_AUDIENCE is not set: it is the client id that the issuer gave us.')
  const list = (domains || 'belajar.id').split(',').map((domain) => domain.trim().toLowerCase())
  const wrong = list.find((domain) => !/^[a-z\d-]+(\.[a-z\d-]+)+$/.test(domain))
  if (wrong !== undefined)
    throw new BadConfig(`OIDC_DOMAINS has "${wrong}": it is domains, as in belajar.id,example.id.`)
  return { issuer, audience, domains: list }
}

function port(text: string): number {
  const value = Number(text)
  if (!/^\d+$/.test(text) || value > 65_535) throw new BadConfig(`PORT is "${text}": it is a number from 0 to 65535.`)
  return value
}

function logLevel(text: string): LogLevel {
  const level = logLevels.find((name) => name === text)
  if (!level) throw new BadConfig(`LOG_LEVEL is "${text}": it is one of ${logLevels.join(', ')}.`)
  return level
}

function onOrOff(name: string, text: string): boolean {
  if (text !== 'on' && text !== 'off') throw new BadConfig(`${name} is "${text}": it is on or off.`)
  return text === 'on'
}

function whole(name: string, text: string, least: number, most = 1e12): number {
  const value = Number(text)
  if (/^\d+$/.test(text) && value >= least && value <= most) return value
  throw new BadConfig(`${name} is "${text}": it is a whole number from ${least} to ${most}.`)
}

function secret(text: string): string {
  if (text.length < 32) throw new BadConfig('AUTH_SECRET is too short: 32 characters or more.')
  return text
}

function origins(text: string | undefined): string[] | undefined {
  if (!text) return undefined
  const list = text.split(',').map((origin) => origin.trim())
  const wrong = list.find(
    (origin) => !/^https?:$/.test(URL.parse(origin)?.protocol ?? '') || URL.parse(origin)?.origin !== origin,
  )
  if (wrong !== undefined)
    throw new BadConfig(
      `CORS_ORIGINS holds "${wrong}": each is an origin, as in https://dashboard.example.id, without a path.`,
    )
  return list
}

function metricsToken(text: string | undefined): string | undefined {
  if (text && text.length < 16) throw new BadConfig('METRICS_TOKEN is too short: 16 characters or more.')
  return text || undefined
}

function trustedDocumentsOnly(text: string): boolean {
  if (text !== 'any' && text !== 'only') throw new BadConfig(`TRUSTED_DOCUMENTS is "${text}": it is any or only.`)
  return text === 'only'
}

function mostConnections(text: string): number {
  if (!/^[1-9]\d{0,6}$/.test(text)) throw new BadConfig(`MAX_CONNECTIONS is "${text}": it is a number from 1.`)
  return Number(text)
}
