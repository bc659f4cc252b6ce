import type { ClientBase } from 'pg'
import type { Check, Refusal } from './delivery.ts'
import { mask } from './mask.ts'

const batch = 1_000

/** Makes room for the refused rows of one file, until they are reported in the order of lines. */
export async function openRefusals(client: ClientBase): Promise<void> {
  await client.query(`create temporary table refusal
    (line int, "column" text, code text, value text, advice text, key text) on commit drop`)
}

/** Sets aside rows that did not become rows of `delivery`. */
export async function refuse(client: ClientBase, refusals: readonly Refusal[]): Promise<void> {
  if (refusals.length === 0) return
  const all = <K extends keyof Refusal>(name: K) => refusals.map((refusal) => refusal[name])
  await client.query(
    'insert into refusal select * from unnest($1::int[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[])',
    [all('line'), all('column'), all('code'), masked(refusals), all('advice'), all('key')],
  )
}

/** Moves the rows that a check finds out of `delivery`; returns how many. */
export async function refuseWhere(client: ClientBase, check: Check, key: string): Promise<number> {
  const { rowCount } = await client.query(
    `with wrong as (
      delete from delivery d using (${check.lines}) as found where d.line = found.line
      returning d.line, d."${check.column}"::text as value, ${key} as key
    )
    insert into refusal select line, $1, $2, value, $3, key from wrong`,
    [check.column, check.code, check.advice],
  )
  return rowCount ?? 0
}

/** Writes the refusals of a file into the report, by line; returns how many. */
export async function reportRefusals(
  client: ClientBase,
  report: string,
  file: string,
  before: number,
): Promise<number> {
  await client.query(
    'declare refusals cursor for select line, "column", code, value, advice from refusal order by line',
  )
  let number = before
  for (;;) {
    const { rows } = await client.query<Omit<Refusal, 'key'>>(`fetch ${batch} from refusals`)
    if (rows.length === 0) return number - before
    const all = <K extends keyof Omit<Refusal, 'key'>>(name: K) => rows.map((row) => row[name])
    await client.query(
      `insert into import_refusal (report_id, number, file, line, "column", code, value, advice)
       select $1, $2 + n, $3, line, "column", code, value, advice
       from unnest($4::int[], $5::text[], $6::text[], $7::text[], $8::text[]) with ordinality
         as given (line, "column", code, value, advice, n)`,
      [report, number, file, all('line'), all('column'), all('code'), masked(rows), all('advice')],
    )
    number += rows.length
  }
}

// twice for some, which does no harm
function masked(refusals: readonly Pick<Refusal, 'column' | 'value'>[]): (string | null)[] {
  return refusals.map(({ column, value }) => (value === null ? null : mask(column, value.replaceAll('\0', ''))))
}
