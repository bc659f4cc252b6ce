import { ImportCode } from '../generated/schema.ts'
import type { Check } from './delivery.ts'

/** Rows that name something that is not there: `table` with its alias, and the condition under which it is meant. */
export function unknown(column: string, table: string, condition: string): Check {
  return {
    column,
    code: ImportCode.UNKNOWN_REFERENCE,
    advice: `Correct ${column}, or deliver what it refers to first.`,
    lines: `select d.line from delivery d
      where d.${column} is not null and not exists (select from ${table} where ${condition})`,
  }
}

/** Rows that repeat the value, or the values together, of an earlier line. */
export function repeated(...columns: readonly string[]): Check {
  const names = columns.map((column) => `"${column}"`).join(', ')
  return {
    column: columns.at(-1) ?? '',
    code: ImportCode.DUPLICATE,
    advice: `Keep one row: an earlier line has the same ${columns.join(', ')}.`,
    lines: `select d.line from delivery d
      join (select ${names}, min(line) as first from delivery group by ${names} having count(*) > 1) again
        using (${names})
      where d.line > again.first`,
  }
}

/** Rows with a number of a stored person who keeps it; a swap in one delivery is fine. */
export function taken(column: 'nip' | 'nuptk'): Check {
  return {
    column,
    code: ImportCode.DUPLICATE,
    advice: `Correct the ${column.toUpperCase()}: another person, not changed by this file, has it.`,
    lines: `select d.line from delivery d
      join person p on p.${column} = d.${column} and p.key <> d.person_key
      where not exists (select from delivery e where e.person_key = p.key)`,
  }
}
