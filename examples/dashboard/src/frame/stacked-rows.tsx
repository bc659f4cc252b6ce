import { type ReactNode, useState } from 'react'
import { shareOf } from '../figures/count.ts'
import type { CrossRow, Named } from '../figures/cross.ts'
import { useSpeech } from '../words/settings.ts'
import { Amount } from './amount.tsx'
import { type Column, DataTable } from './data-table.tsx'

/** One part of each bar. The tone is a class that gives it a colour. */
export interface Part<Value extends string> {
  readonly value: Value
  readonly name: string
  readonly tone: string
}

/** As many as one looks at first; behind a button there are the others. */
const most = 15

/** A table whose rows are bars as well: the chart and its numbers are one. */
export function StackedRows<Value extends string>({
  caption,
  head,
  total,
  parts,
  rows,
  nameOf = ({ name }) => name,
}: {
  readonly caption: string
  readonly head: string
  readonly total: string
  readonly parts: readonly Part<Value>[]
  readonly rows: readonly CrossRow<Named, Value>[]
  readonly nameOf?: (head: Named) => ReactNode
}) {
  const { words, formats } = useSpeech()
  const [all, setAll] = useState(false)
  type Row = CrossRow<Named, Value>
  const someWithheld = rows.some(({ withheld }) => withheld !== undefined)
  const columns: [Column<Row>, ...Column<Row>[]] = [
    { name: head, cell: (row) => nameOf(row.head) },
    { name: <span className="unseen">{caption}</span>, cell: (row) => <Bar row={row} parts={parts} /> },
    ...parts.map(
      ({ value, name, tone }): Column<Row> => ({
        name: <span className={`key ${tone}`}>{name}</span>,
        numeric: true,
        cell: ({ counts }) => <Amount of={counts[value]} />,
      }),
    ),
    ...(someWithheld
      ? [
          {
            name: words.withheldRest,
            numeric: true,
            cell: ({ withheld }: Row) => (withheld === undefined ? '' : <Amount of={withheld} />),
          },
        ]
      : []),
    { name: total, numeric: true, cell: (row) => <Amount of={row.total} /> },
  ]
  const shown = all ? rows : rows.slice(0, most)
  return (
    <>
      <DataTable caption={caption} columns={columns} rows={shown} keyOf={(row) => row.head.id} bars />
      {shown.length < rows.length && (
        <button type="button" className="quiet more" onClick={() => setAll(true)}>
          {words.showAll(formats.number(rows.length))}
        </button>
      )}
    </>
  )
}

function Bar<Value extends string>({
  row,
  parts,
}: {
  readonly row: CrossRow<Named, Value>
  readonly parts: readonly Part<Value>[]
}) {
  return (
    <span className="bar" aria-hidden="true">
      {parts.map(({ value, tone }) => (
        <span
          key={value}
          className={`part-of-bar ${tone}`}
          style={{ inlineSize: `${100 * (shareOf(row.counts[value], row.total) ?? 0)}%` }}
        />
      ))}
      {row.withheld !== undefined && <span className="part-of-bar untold" />}
    </span>
  )
}
