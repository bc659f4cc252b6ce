import { useState } from 'react'
import { barsOf, numbersIn } from './chart.ts'
import type { Table } from './table.ts'

const most = 100
const count = 'number of rows'

/** A list as bars: a column says what they stand for, another how long they are. The numbers stand beside them. */
export const ChartView = ({ table }: { readonly table: Table }) => {
  const numbers = numbersIn(table)
  const labels = table.columns.filter((column) => !numbers.includes(column))
  const [label, setLabel] = useState(labels.find((column) => /name$/.test(column)) ?? labels[0] ?? '')
  const [number, setNumber] = useState(numbers[0] ?? count)
  const bars = barsOf(table, label, number === count ? null : number)
  const longest = Math.max(...bars.map(({ value }) => Math.abs(value)), 1)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className="view chart" tabIndex={0} aria-label={`${table.name}, as a chart`}>
      <p className="choices">
        <Choice name="Bars for" value={label} choices={labels.length > 0 ? labels : table.columns} choose={setLabel} />
        <Choice name="Length" value={number} choices={[...numbers, count]} choose={setNumber} />
      </p>
      <table>
        <caption>
          {number} by {label}
          {bars.length > most && `, the ${most} largest of ${bars.length}`}
        </caption>
        <tbody>
          {bars.slice(0, most).map(({ label: name, value }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>
                <span className="length" style={{ width: `${(100 * Math.abs(value)) / longest}%` }} />
                {value.toLocaleString('en')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

interface ChoiceProps {
  readonly name: string
  readonly value: string
  readonly choices: readonly string[]
  readonly choose: (value: string) => void
}

const Choice = ({ name, value, choices, choose }: ChoiceProps) => (
  <label>
    {name}{' '}
    <select className="field" value={value} onChange={({ target }) => choose(target.value)}>
      {choices.map((choice) => (
        <option key={choice}>{choice}</option>
      ))}
    </select>
  </label>
)
