import { figure, table } from '../report/table.ts'
import type { Outcome } from './run.ts'

type Row = Outcome['rows'][number]

/** What is compared; less is better everywhere. */
const columns: readonly (readonly [string, (row: Row) => number])[] = [
  ['seconds', ({ took }) => took.time / 1_000],
  ['CPU s', ({ took }) => took.cpu / 1_000],
  ['peak MB', ({ took }) => took.memory],
  ['MB received', ({ took }) => took.bytes / 1e6],
  ['requests', ({ took }) => took.requests],
  ['lines', ({ lines }) => lines],
]

/** A table for each task; its last line says where ours does worse than the best of the others. */
export function sideBySide(outcomes: readonly Outcome[]): string {
  return outcomes
    .map(({ task, rows }) => {
      const [ours, ...others] = rows
      if (!ours) throw new Error('nothing was measured')
      const { items, encodings } = ours.took
      const lost = columns.map(([, of]) => of(ours) / Math.min(...others.map(of)))
      return [
        `**${task.title}**: ${items.toLocaleString('en')} people, answers ${encodings.join(' and ')}`,
        table(
          ['client', ...columns.map(([name]) => name)],
          [
            ...rows.map((row) => [row.client.title, ...columns.map(([, of]) => cell(of(row)))]),
            ['ours ÷ the best of the others', ...lost.map((ratio) => `${figure(ratio)}${verdict(ratio)}`)],
          ],
        ),
      ].join('\n\n')
    })
    .join('\n\n')
}

/** How it was measured, and how to read it. */
export const howItWasMeasured = (rounds: number): string =>
  `Each run is a process of its own against one server on the same machine; medians over ${rounds} rounds. All clients had returned the same before
(by hash). Lines are those of the program without blanks and comments, its GraphQL among them, in [\`test/bench/sdk\`](SOURCE): the SDK brings its own.
Two percent either way are a draw.`

const cell = (value: number): string => (Number.isInteger(value) ? value.toLocaleString('en') : figure(value))

const verdict = (ratio: number): string => (ratio > 1.02 ? ' lost' : ratio < 0.98 ? ' won' : '')
