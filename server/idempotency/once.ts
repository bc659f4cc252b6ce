import type { EntityManager } from '@mikro-orm/postgresql'
import { Refusal } from '../errors.ts'
import type { Deed } from './deed.ts'

/** What can be kept of a mutation's result, and be given again: flat, and all of it JSON. */
export type Plain<Result> = { readonly [Field in keyof Result]: Scalar | readonly Scalar[] }
type Scalar = string | number | boolean | null

/** How long it is known what was done; then the same key is a new one. */
const remembered = "interval '24 hours'"

// a twin waits here for the one before: for its end, not for its result
const claim = `
  insert into idempotency as known (key, fingerprint) values (decode(?, 'hex'), decode(?, 'hex'))
  on conflict (key) do update set (fingerprint, result, at) = row (excluded.fingerprint, null, excluded.at)
    where known.at < statement_timestamp() - ${remembered}
  returning true as mine`

const keep = `update idempotency set result = ?::jsonb where key = decode(?, 'hex')`

const find = `select encode(fingerprint, 'hex') as fingerprint, result from idempotency where key = decode(?, 'hex')`

interface Done<Result> {
  readonly fingerprint: string
  readonly result: Result | null
}

/**
 * Does a deed in its transaction, or gives the result of the time when it was done. What fails is not known afterwards: it is rolled back
 * with the work.
 *
 * @param secret whether the result is told once, and never kept
 */
export async function once<Result>(
  em: EntityManager,
  { deed, secret }: { deed: Deed | undefined; secret: boolean },
  work: () => Promise<Result>,
): Promise<Result> {
  if (!deed) return work()
  const [key, fingerprint] = [deed.key.toString('hex'), deed.fingerprint.toString('hex')]
  const [claimed] = await em.execute<object[]>(claim, [key, fingerprint]).catch(refuseTwin)
  if (claimed) {
    const result = await work()
    if (!secret) await em.execute(keep, [JSON.stringify(result), key], 'run')
    return result
  }
  const [done] = await em.execute<Done<Result>[]>(find, [key])
  if (done?.fingerprint !== fingerprint)
    throw new Refusal(
      'BAD_USER_INPUT',
      'This Idempotency-Key was used for another request: give each a key of its own.',
    )
  if (done.result === null)
    throw new Refusal(
      'CONFLICT',
      'This is done already, and its secret was told once: rotate what was made, or revoke it.',
    )
  return done.result
}

const lockTimeout = '55P03'

function refuseTwin(error: unknown): never {
  if (error instanceof Error && 'code' in error && error.code === lockTimeout)
    throw new Refusal('SERVICE_UNAVAILABLE', 'The same request is being answered still: ask again with the same key.')
  throw error
}
