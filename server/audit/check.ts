import { createHash } from 'node:crypto'

/** A seal as it stands in the table. Transaction numbers are decimal, hashes hexadecimal. */
export interface Seal {
  readonly number: string
  readonly day: string
  readonly from: string
  readonly to: string
  readonly ids: readonly string[]
  readonly hashes: readonly string[]
  readonly previous: string
  readonly hash: string
  /** What `hash` should be of. */
  readonly text: string
}

/** An entry as it stands in the table. */
export interface SealedEntry {
  readonly id: string
  readonly xid: string
  /** What its hash in the seal should be of. */
  readonly text: string
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** What every chain begins with. */
export const beginning: Pick<Seal, 'number' | 'to' | 'hash'> = { number: '0', to: '0', hash: sha256('') }

/** What is wrong with a seal that should stand on another; null if nothing is. */
export function sealProblem(seal: Seal, before: Pick<Seal, 'number' | 'to' | 'hash'>): string | null {
  const number = BigInt(before.number) + 1n
  if (BigInt(seal.number) !== number) return `seal ${number} is missing`
  if (sha256(seal.text) !== seal.hash) return `seal ${number} was changed`
  if (seal.previous !== before.hash || seal.from !== before.to)
    return `seal ${number} does not stand on ${before.number}`
  return null
}

/** The first entry that is not as it was sealed, and how; null if there is none. */
export function entryProblem({ ids, hashes }: Seal, entries: readonly SealedEntry[]): string | null {
  const sealed = new Map(ids.map((id, index) => [id, hashes[index]]))
  const found = new Map(entries.map(({ id, text }) => [id, sha256(text)]))
  const all = [...new Set([...sealed.keys(), ...found.keys()])].sort((a, b) => Number(BigInt(a) - BigInt(b)))
  const bad = all.find((id) => sealed.get(id) !== found.get(id))
  if (bad === undefined) return null
  if (!found.has(bad)) return `entry ${bad} was deleted`
  return `entry ${bad} was ${sealed.has(bad) ? 'changed' : 'inserted afterwards'}`
}
