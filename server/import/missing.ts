import type { ClientBase } from 'pg'
import type { Delivery } from './delivery.ts'

/** Rows of earlier deliveries that this one does not hold. */
export interface Missing {
  missing: number
  /** The first natural keys, parts joined by a slash. */
  missingKeys: readonly string[]
}

const listed = 100

/** How `delivery d` writes the natural key, as the query `stored` does. */
export function keyExpression({ key }: Delivery): string {
  return `concat_ws('/', ${key.map((column) => `d."${column}"`).join(', ')})`
}

/** Finds the stored rows that were neither delivered nor refused, after the merge of `delivered` rows. */
export async function findMissing(client: ClientBase, delivery: Delivery, delivered: number): Promise<Missing> {
  const stored = await client.query<{ count: number }>(`select count(*)::int from ${delivery.merge.table}`)
  if (stored.rows[0]?.count === delivered) return { missing: 0, missingKeys: [] }
  const { rows } = await client.query<{ key: string; count: number }>(`
    select key, count(*) over ()::int as count from (${delivery.stored}) as stored
    where not exists (select from refusal r where r.key = stored.key)
      and not exists (select from delivery d where ${keyExpression(delivery)} = stored.key)
    order by key limit ${listed}`)
  return { missing: rows[0]?.count ?? 0, missingKeys: rows.map(({ key }) => key) }
}
