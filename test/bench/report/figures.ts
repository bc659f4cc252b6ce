import type { Cell } from '../measure/cell.ts'
import type { Result } from '../run.ts'
import { figure, table } from './table.ts'

const head = [
  'server',
  'requests/s',
  'p50 ms',
  'p99 ms',
  'p50 ms alone',
  'CPU ms: server',
  'database',
  'together',
  'peak MB',
]

/** What every server did under one workload. */
export function figures({ cells }: Result): string {
  const rows = [...cells].map(([server, cell]) => [server, ...valuesOf(cell).map(figure)])
  return table(head, rows)
}

const valuesOf = (cell: Cell): (number | undefined)[] => [
  cell.perSecond,
  cell.p50,
  cell.p99,
  cell.alone,
  cell.server,
  cell.database,
  cell.server === undefined || cell.database === undefined ? undefined : cell.server + cell.database,
  cell.memory,
]

/** Where the load generator, not the server, may have been the limit. */
export function doubts({ workload, cells }: Result): string[] {
  return [...cells]
    .filter(([, { client }]) => client > 0.8)
    .map(([server]) => `${workload.title}, ${server}: the load generator was busy more than 80 % of the time.`)
}
