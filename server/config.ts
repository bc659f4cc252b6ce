/** What the environment decides. The only file that reads it. */
export interface Config {
  /** Another PostgreSQL, instead of our own in `dataDirectory`. */
  readonly databaseUrl: string | undefined
  readonly dataDirectory: string
  readonly port: number
  readonly logLevel: LogLevel
  readonly authSecret: string
  readonly production: boolean
  /** False behind a pooler in transaction mode, such as PgBouncer. */
  readonly prepares: boolean
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
type LogLevel = (typeof logLevels)[number]

/** The secret that signs tokens on a developer's machine; production mode refuses it. */
const builtInSecret = 'for-development-only-never-in-production'

/** A value in the environment that cannot be used; its message is one line that says which and why. */
export class BadConfig extends Error {}

/** Reads and checks the environment. Throws BadConfig. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const config = {
    databaseUrl: databaseUrl(environment['DATABASE_URL']),
    dataDirectory: environment['DATA_DIR'] || '.data',
    port: port(environment['PORT'] || '4000'),
    logLevel: logLevel(environment['LOG_LEVEL'] || 'info'),
    authSecret: secret(environment['AUTH_SECRET'] || builtInSecret),
    production: environment['NODE_ENV'] === 'production',
    prepares: onOrOff('PREPARED_STATEMENTS', environment['PREPARED_STATEMENTS'] || 'on'),
  }
  if (config.production && config.authSecret === builtInSecret) {
    throw new BadConfig('AUTH_SECRET is not set: production mode needs a secret of its own, 32 characters or more.')
  }
  return config
}

function databaseUrl(text: string | undefined): string | undefined {
  if (!text) return undefined
  if (!/^postgres(ql)?:$/.test(URL.parse(text)?.protocol ?? '')) {
    throw new BadConfig('DATABASE_URL is not a PostgreSQL address, as in postgres://user:password@host:5432/name.')
  }
  return text
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

function secret(text: string): string {
  if (text.length < 32) throw new BadConfig('AUTH_SECRET is too short: 32 characters or more.')
  return text
}
