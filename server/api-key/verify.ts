import type { EntityManager } from '@mikro-orm/postgresql'
import type { Logger } from 'pino'
import type { Verify } from '../access/memory.ts'
import { unauthenticated } from '../access/token.ts'
import { ApiKey, isLive } from './api-key.ts'
import { hashOf, idIn, isHashOf } from './secret.ts'

// how exactly the last use of a key is known
const minute = 60_000
// what the secret of a key that is not there is compared with
const nothing = hashOf('')

/** Verifies the keys of programs. Whatever is wrong with one, the refusal is the same; a mistyped one is not looked up. */
export function createKeyVerifier(em: EntityManager, log: Logger): Verify {
  const used = new Map<string, number>()
  return async (secret) => {
    const now = new Date()
    const id = idIn(secret)
    const key = id && (await em.fork().findOne(ApiKey, id))
    const isRight = isHashOf(key ? key.hash : nothing, secret)
    if (!key || !isRight || !isLive(key, now))
      throw unauthenticated('The API key is not valid: ask who gave it for another.')
    if (now.getTime() - (used.get(key.id) ?? 0) >= minute) {
      used.set(key.id, now.getTime())
      // nobody waits for this
      em.fork()
        .nativeUpdate(ApiKey, key.id, { lastUsedAt: now })
        .catch((error: unknown) => log.error({ err: error }, 'failed to note the use of an API key'))
    }
    return {
      role: 'INTEGRATION',
      person: null,
      apiKey: key.id,
      office: key.office.code,
      scopes: key.scopes,
      documentsOnly: key.documentsOnly,
      expiresAt: key.expiresAt,
    }
  }
}
