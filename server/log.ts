import { type DestinationStream, destination, type Logger, pino } from 'pino'
import { withoutSecrets } from './discretion.ts'

/** A log that may be kept and shown: lines about requests, never what they carried. */
export const createLog = (level: string, stream: DestinationStream = destination(2)): Logger =>
  pino({ level, serializers: { err: withoutValues }, redact: ['*.authorization', '*.token', '*.variables'] }, stream)

interface Account {
  readonly type: string
  readonly code?: string
  readonly message: string
  readonly stack?: string
}

/** An error without the values that its message may hold: PostgreSQL's and the JSON parser's stand in quotes. */
function withoutValues(error: unknown): Account {
  if (!(error instanceof Error)) return { type: typeof error, message: 'not an error' }
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {}
  const frames = error.stack?.split('\n').filter((line) => /^ {4}at /.test(line))
  return {
    type: error.constructor.name,
    ...code,
    message: withoutSecrets(error.message.replace(quoted, '"…"')),
    ...(frames?.length && { stack: frames.join('\n') }),
  }
}

// from the first to the last of a kind: a value may hold quotes itself
const quoted = /".*"|'.*'|`.*`|“.*”|\(.*\)/gs
