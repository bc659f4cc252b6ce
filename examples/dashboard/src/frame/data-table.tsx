import type { ReactNode } from 'react'

/** One column of a table. */
export interface Column<Row> {
  readonly name: ReactNode
  readonly numeric?: boolean
  readonly cell: (row: Row) => ReactNode
}

/** A table whose first column names the row. */
export function DataTable<Row>({
  caption,
  columns: [first, ...columns],
  rows,
  keyOf,
  bars = false,
}: {
  readonly caption: string
  readonly columns: readonly [Column<Row>, ...Column<Row>[]]
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => string
  /** Whether the second column is a bar: where there is little room, it stands above the numbers. */
  readonly bars?: boolean
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: no fields are in it
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <div className="scroll" role="group" aria-label={caption} tabIndex={0}>
      <table className={bars ? 'bars' : undefined} style={{ '--numbers': columns.length - 1 }}>
        <caption className="unseen">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{first.name}</th>
            {columns.map(({ name, numeric }, at) => (
              <th key={at} scope="col" className={numeric ? 'numeric' : undefined}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              <th scope="row">{first.cell(row)}</th>
              {columns.map(({ cell, numeric }, at) => (
                <td key={at} className={numeric ? 'numeric' : undefined}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
