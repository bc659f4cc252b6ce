import { quantile } from '../measure/load.ts'
import type { Seen } from '../pages/pages.ts'
import { figure, table } from './table.ts'

/** A line for each page. */
export const pagesTable = (all: readonly Seen[]): string =>
  table(
    ['until one sees', 'median ms', 'slowest ms', 'wanted', 'met', 'again, median ms'],
    all.map(({ view, first, again }) => {
      const [median, slowest] = [0.5, 1].map((share) => quantile(Float64Array.from(first), share)) as [number, number]
      return [
        view.title,
        figure(median),
        figure(slowest),
        `≤ ${view.most.toLocaleString('en')}`,
        median <= view.most ? 'yes' : 'no',
        figure(quantile(Float64Array.from(again), 0.5)),
      ]
    }),
  )
