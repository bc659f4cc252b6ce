import { useMemo, useState } from 'react'
import { type Order, sorted, type Table } from './table.ts'

// more is slow to draw, and nobody reads it
const most = 500

/** A list as a table; a click on the name of a column sorts by it. */
export const TableView = ({ table }: { readonly table: Table }) => {
  const { name, columns } = table
  const [order, setOrder] = useState<Order | null>(null)
  const rows = useMemo(() => sorted(table.rows, order), [table, order])
  const sort = (column: string) =>
    setOrder(order?.column === column && order.descending ? null : { column, descending: order?.column === column })
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className="view" tabIndex={0} aria-label={`${name}, as a table`}>
      <table className="rows">
        <caption>{captionOf(name, rows.length)}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" aria-sort={sortOf(column, order)}>
                <button type="button" onClick={() => sort(column)}>
                  {column}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, most).map((row, place) => (
            <tr key={place}>
              {columns.map((column) => (
                <td key={column} className={typeof row.get(column)}>
                  {cellText(row.get(column))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const captionOf = (name: string, rows: number): string =>
  rows > most
    ? `${name}: the first ${most} of ${rows.toLocaleString('en')} rows; the CSV file has all`
    : `${name}: ${rows} ${rows === 1 ? 'row' : 'rows'}`

const sortOf = (column: string, order: Order | null) =>
  order?.column !== column ? undefined : order.descending ? 'descending' : 'ascending'

const cellText = (value: unknown): string => (value === null || value === undefined ? '' : String(value))
