import type { Pool } from 'pg'
import { type Client, createClient } from '../../../sdk/index.ts'
import { signToken } from '../../../server/access/token.ts'
import { secret } from '../sample.ts'

/** A teacher with the principal who decides, and how far they are. */
export interface Pair {
  readonly assignment: string
  readonly teacher: Client
  readonly principal: Client
  /** Set by the first step. */
  plan?: string
  /** Steps done so far. */
  done: number
}

/** Teachers who take part, each with a direct supervisor in force; at the schools that come first. */
export async function pairsOf(pool: Pool, url: () => string, day: string, many: number, skip = 0): Promise<Pair[]> {
  const { rows } = await pool.query<{ assignment: string; teacher: string; principal: string }>(
    `select a.id as assignment, a.person_id as teacher, above.person_id as principal
     from assignment a join person on person.id = a.person_id join school on npsn = a.school_npsn
     join supervision_path path on path.descendant_id = a.id and path.capacity = 'APPRAISER' and path.depth = 1 and path.validity @> $1::date
     join assignment above on above.id = path.ancestor_id and above.validity @> $1::date
     where a.position = 'TEACHER' and a.validity @> $1::date and above.person_id <> a.person_id
     order by a.key limit $2 offset $3`,
    [day, many, skip],
  )
  if (rows.length < many) throw new Error(`there are only ${rows.length} teachers with a supervisor`)
  const clients = new Map<string, Client>()
  const clientOf = async (person: string) => {
    const known = clients.get(person)
    if (known) return known
    const token = await signToken(secret, { role: 'PERSON', person }, 24)
    // the server may be another by the time it is asked
    const ask: typeof fetch = (_, init) => fetch(url(), init)
    const client = createClient({ url: 'http://localhost/graphql', token, fetch: ask, timeoutMs: 60_000 })
    clients.set(person, client)
    return client
  }
  const pairs: Pair[] = []
  for (const { assignment, teacher, principal } of rows) {
    pairs.push({
      assignment: `asg_${assignment}`,
      teacher: await clientOf(teacher),
      principal: await clientOf(principal),
      done: 0,
    })
  }
  return pairs
}
