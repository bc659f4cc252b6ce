import type { ClientBase } from 'pg'
import { entryText, sealText } from './canonical.ts'
import { beginning, entryProblem, type Seal, type SealedEntry, sealProblem } from './check.ts'

/** What was found of a day. The day of an entry is the one on which it was sealed, in Asia/Jakarta. */
export interface DayFound {
  readonly day: string
  entries: number
  seals: number
  /** The hash of its last seal. */
  head: string
  /** Whether one of its seals has the hash that was looked for. */
  holdsHead: boolean
  /** The first thing that is not as it was sealed; nothing after it is looked at. */
  problem: string | null
}

// as many entries as memory easily holds
const sealsAtOnce = 20

/** Recomputes the chain, all of it or a day's part, and tells of each day; ends at the first problem. */
export async function* verify(
  client: ClientBase,
  { day = null, head }: { day?: string | null | undefined; head?: string | undefined } = {},
): AsyncGenerator<DayFound, void, undefined> {
  let before = await lastBefore(client, day)
  let found: DayFound | undefined
  for (;;) {
    const seals = await sealsAfter(client, before.number, day)
    const [first, last] = [seals[0], seals.at(-1)]
    if (!first || !last) break
    const entries = await entriesOf(client, first.from, last.to)
    for (const seal of seals) {
      if (found && found.day !== seal.day) yield found
      if (found?.day !== seal.day)
        found = { day: seal.day, entries: 0, seals: 0, head: '', holdsHead: false, problem: null }
      found.problem = sealProblem(seal, before) ?? entryProblem(seal, entries.filter(isOf(seal)))
      if (found.problem) return yield found
      found.entries += seal.ids.length
      found.seals += 1
      found.head = seal.hash
      found.holdsHead ||= seal.hash === head
      before = seal
    }
  }
  if (found) yield found
}

/** How many entries should have been sealed by now, and are not. */
export async function countUnsealed(client: ClientBase): Promise<number> {
  const { rows } = await client.query<{ count: string }>(`
    select count(*) from audit_entry
    where xid >= (select to_xid from audit_seal order by number desc limit 1) and at < now() - interval '5 seconds'`)
  return Number(rows[0]?.count)
}

const isOf = ({ from, to }: Seal) => {
  const [least, end] = [BigInt(from), BigInt(to)]
  return ({ xid }: SealedEntry): boolean => BigInt(xid) >= least && BigInt(xid) < end
}

async function lastBefore(client: ClientBase, day: string | null): Promise<typeof beginning> {
  if (day === null) return beginning
  const { rows } = await client.query<typeof beginning>(
    `select number, to_xid::text as to, encode(hash, 'hex') as hash from audit_seal
     where number < (select min(number) from audit_seal where day = $1 and number > 0) order by number desc limit 1`,
    [day],
  )
  return rows[0] ?? beginning
}

async function sealsAfter(client: ClientBase, number: string, day: string | null): Promise<Seal[]> {
  const { rows } = await client.query<Seal>(
    `select number, to_char(day, 'YYYY-MM-DD') as day, from_xid::text as from, to_xid::text as to, ids::text[],
       array(select encode(hash, 'hex') from unnest(hashes) with ordinality as each (hash, n) order by n) as hashes,
       encode(previous, 'hex') as previous, encode(hash, 'hex') as hash, ${sealText('seal')} as text
     from audit_seal seal where number > $1 and ($2::date is null or day = $2) order by number limit ${sealsAtOnce}`,
    [number, day],
  )
  return rows
}

async function entriesOf(client: ClientBase, from: string, to: string): Promise<SealedEntry[]> {
  const { rows } = await client.query<SealedEntry>(
    `select id, xid::text, ${entryText('entry')} as text from audit_entry entry where xid >= $1::xid8 and xid < $2::xid8`,
    [from, to],
  )
  return rows
}
