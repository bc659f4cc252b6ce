import { createHmac } from 'node:crypto'
import { badInput } from '../errors.ts'

/** One mutation of a request that carries an `Idempotency-Key`: it is done once. */
export interface Deed {
  /** Of whom, under which key, and at which place of the document; nobody can read these out of it. */
  readonly key: Buffer
  /** Of what is asked. */
  readonly fingerprint: Buffer
}

/** Names the mutations of a request, one after the other as they run; undefined where the request carries no key. */
export type Deeds = () => Deed | undefined

/** A request, as far as it decides what was done before. */
interface Asking {
  readonly header: string | readonly string[] | undefined
  /** Who may ask again: the key counts for nobody else. */
  readonly holder: string
  /** The body's JSON, with the text of a trusted document in its place. */
  readonly body: unknown
}

/**
 * The deeds of a request. A malformed key is refused where the first is named, so that queries pass.
 *
 * @param secret the same on all instances
 */
export function deedsOf({ header, holder, body }: Asking, secret: string): Deeds {
  if (header === undefined) return () => undefined
  const digest = (...parts: unknown[]) => createHmac('sha256', secret).update(canonical(parts)).digest()
  let place = 0
  return () => {
    const { query, operationName = null, variables = null } = Object(body) as Record<string, unknown>
    const key = checked([header].flat().join())
    return {
      key: digest('key', holder, key, place++),
      fingerprint: digest('fingerprint', query, operationName, variables),
    }
  }
}

function checked(key: string): string {
  if (!/^[!-~]{1,255}$/.test(key))
    throw badInput('Idempotency-Key is 1 to 255 visible ASCII characters, sent once: use a random UUID.')
  return key
}

// whoever asks again may write the same object in another order
function canonical(parts: readonly unknown[]): string {
  try {
    return JSON.stringify(parts, (_, value: unknown) => (isObject(value) ? sorted(value) : value))
  } catch (error) {
    if (error instanceof RangeError) throw badInput('The variables are too deep: send less at a time.')
    throw error
  }
}

const sorted = (value: object) => Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
