import type { IncomingMessage } from 'node:http'
import { GraphQLError } from 'graphql'
import type { Logger } from 'pino'
import { Refusal } from '../errors.ts'
import { Attempts } from './attempts.ts'
import { Memory, type Verify } from './memory.ts'
import { unauthenticated } from './token.ts'
import type { Viewer } from './viewer.ts'

const isKey = /^kinerja_/
// up to where its secret begins
const keyAnywhere = /kinerja_[a-z]+_[0-9A-Za-z]{22}_/

// a key that is revoked is refused within a second, on every instance
const keysAreKnown = 500
const tokensAreKnown = Number.POSITIVE_INFINITY

/** What tells of a request who sends it. */
export type Asker = Pick<IncomingMessage, 'headers' | 'url' | 'socket'>

/** What authentication is made of. */
export interface Verifiers {
  readonly token: Verify
  readonly key: Verify
  readonly log: Logger
  /** Who counts as one in failing to sign in. */
  readonly addressOf: (request: Asker) => string
  /** So often may one fail within a minute. */
  readonly mostFailures?: number | undefined
}

/** Who stands behind a request; null for one without `Authorization`. Refuses whatever is not a valid token or key of ours. */
export function createAuthentication({ token, key, log, addressOf, mostFailures }: Verifiers) {
  const memory = { token: new Memory(token, tokensAreKnown), key: new Memory(key, keysAreKnown) }
  const attempts = new Attempts(mostFailures)
  return async (request: Asker): Promise<Viewer | null> => {
    const { authorization } = request.headers
    refuseKeyIn(request.url ?? '', log)
    if (authorization === undefined) return null
    const address = addressOf(request)
    const credential = /^Bearer (\S+)$/i.exec(authorization)?.[1] ?? ''
    const known = memory[isKey.test(credential) ? 'key' : 'token']
    const viewer = known.recall(credential)
    if (viewer) return viewer
    attempts.check(address)
    try {
      if (!credential) throw unauthenticated('The header is "Authorization: Bearer <token or API key>".')
      return await known.verify(credential)
    } catch (error) {
      // nobody is to blame for a database or an issuer that is away
      if (error instanceof GraphQLError && error.extensions['code'] === 'UNAUTHENTICATED') attempts.note(address)
      throw error
    }
  }
}

/** An address is written into logs on its way: what is in it is no secret any more. */
function refuseKeyIn(url: string, log: Logger): void {
  const question = url.indexOf('?')
  const [hint] = (question < 0 ? null : keyAnywhere.exec(decoded(url.slice(question)))) ?? []
  if (hint === undefined) return
  log.warn({ hint }, 'an API key came in an address: revoke it')
  const message = 'An API key stands in the address, where others can read it: revoke it, and send another as a header.'
  throw new Refusal('BAD_REQUEST', message, 400)
}

const decoded = (search: string): string => new URLSearchParams(search).toString()
