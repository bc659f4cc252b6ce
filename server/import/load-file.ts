import type { ClientBase } from 'pg'
import type { ImportFile } from '../generated/schema.ts'
import type { Check, Delivery } from './delivery.ts'
import { merge } from './merge.ts'
import { findMissing, keyExpression, type Missing } from './missing.ts'
import { openRefusals, refuseWhere, reportRefusals } from './refusals.ts'
import { stage } from './stage.ts'

/** What became of a file; counts are rows. */
export type FileResult = Omit<ImportFile, '__typename'> & Missing

/** Where in the report the result goes. */
export interface Place {
  report: string
  number: number
  /** How many rows of earlier files were refused. */
  refused: number
}

/** Is told how far a file has got. */
export type Tell = (step: { stage?: 'CHECKING' | 'LOADING'; rows?: number; bytes?: number }) => void

type Brought = Pick<FileResult, 'inserted' | 'updated' | 'unchanged'> & Missing

// a sort or a hash of two million rows fits; the others are the server's own defences against slow clients
const settings = {
  work_mem: `'96MB'`,
  jit: 'off',
  datestyle: 'iso',
  statement_timeout: '0',
  idle_in_transaction_session_timeout: '0',
}

const nothing: Brought = { inserted: 0, updated: 0, unchanged: 0, missing: 0, missingKeys: [] }

/** Loads one file in the transaction the client is in: its good rows, and into the report what became of it. */
export async function loadFile(
  client: ClientBase,
  delivery: Delivery,
  path: string,
  place: Place,
  tell: Tell,
): Promise<FileResult> {
  for (const [name, value] of Object.entries(settings)) await client.query(`set local ${name} = ${value}`)
  await delivery.begin?.(client)
  await client.query(`lock table ${delivery.merge.table} in share row exclusive mode`)
  await openRefusals(client)
  const { rows, isRead } = await stage(client, delivery, path, (rows, bytes) => tell({ rows, bytes }))
  const brought = isRead ? await bring(client, delivery, tell) : nothing
  const refused = await reportRefusals(client, place.report, delivery.file, place.refused)
  const result = { file: delivery.file, rows, refused, ...brought }
  await writeResult(client, place, result)
  return result
}

async function bring(client: ClientBase, delivery: Delivery, tell: Tell): Promise<Brought> {
  tell({ stage: 'CHECKING' })
  await check(client, delivery)
  tell({ stage: 'LOADING' })
  const { rows } = await client.query<{ count: number }>('select count(*)::int from delivery')
  const delivered = rows[0]?.count ?? 0
  const merged = await merge(client, delivery.merge)
  await delivery.follow?.(client, merged)
  const unchanged = delivered - merged.inserted - merged.updated
  return { ...merged, unchanged, ...(await findMissing(client, delivery, delivered)) }
}

async function check(client: ClientBase, delivery: Delivery): Promise<void> {
  const key = keyExpression(delivery)
  const refuse = (wrong: Check): Promise<number> => refuseWhere(client, wrong, key)
  if (delivery.resolve) await resolve(client, delivery.resolve)
  for (const step of delivery.checks) {
    if ('lines' in step) await refuse(step)
    else await refuseUntilStable(step.untilStable, refuse)
  }
  await delivery.settle?.(client, refuse)
}

async function resolve(client: ClientBase, query: string): Promise<void> {
  await client.query(`create temporary table resolved on commit drop as ${query}`)
  await client.query('drop table delivery')
  await client.query('alter table resolved rename to delivery')
  await client.query('analyze delivery')
}

async function refuseUntilStable(checks: readonly Check[], refuse: (check: Check) => Promise<number>): Promise<void> {
  let refused: number
  do {
    refused = 0
    for (const check of checks) refused += await refuse(check)
  } while (refused > 0)
}

async function writeResult(client: ClientBase, { report, number }: Place, result: FileResult): Promise<void> {
  const { file, rows, inserted, updated, unchanged, refused, missing } = result
  await client.query(
    `insert into import_file (report_id, number, file, rows, inserted, updated, unchanged, refused, missing)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [report, number, file, rows, inserted, updated, unchanged, refused, missing],
  )
}
