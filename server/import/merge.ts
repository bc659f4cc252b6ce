import type { ClientBase } from 'pg'
import type { Merge, Merged } from './delivery.ts'

// from here on new statistics cost less than a plan without them
const large = 1_000

/** Brings `delivery` into its table. Rows that are as delivered are not touched, not even locked. */
export async function merge(
  client: ClientBase,
  { table, match, insertsFirst, identity, values }: Merge,
): Promise<Merged> {
  const all = { ...identity, ...values }
  // two statements: on conflict would lock every row it leaves alone
  const statements = {
    updated: `
      update ${table} t set (${names(values)}) = row(${expressions(values)}) from delivery d
      where ${match} and row(${names(values, 't.')}) is distinct from row(${expressions(values)})`,
    inserted: `
      insert into ${table} (${names(all)}) select ${expressions(all)} from delivery d
      where not exists (select from ${table} t where ${match}) order by d.line`,
  }
  const order = insertsFirst ? (['inserted', 'updated'] as const) : (['updated', 'inserted'] as const)
  const merged: Merged = { inserted: 0, updated: 0 }
  for (const step of order) merged[step] = (await client.query(statements[step])).rowCount ?? 0
  if (merged.inserted + merged.updated >= large) await client.query(`analyze ${table}`)
  return merged
}

function names(columns: object, prefix = ''): string {
  return Object.keys(columns)
    .map((name) => `${prefix}"${name}"`)
    .join(', ')
}

function expressions(columns: Readonly<Record<string, string>>): string {
  return Object.values(columns).join(', ')
}
