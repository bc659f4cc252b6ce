import type { Cell } from './cell.ts'

/** Each figure's median over the rounds. */
export function median(cells: readonly Cell[]): Cell {
  const of = (figure: (cell: Cell) => number): number => {
    const sorted = cells.map(figure).sort((a, b) => a - b)
    return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
  }
  const known = (figure: (cell: Cell) => number | undefined): number | undefined =>
    cells.some((cell) => figure(cell) === undefined) ? undefined : of((cell) => figure(cell) ?? Number.NaN)
  return {
    perSecond: of(({ perSecond }) => perSecond),
    p50: of(({ p50 }) => p50),
    p99: of(({ p99 }) => p99),
    alone: of(({ alone }) => alone),
    server: known(({ server }) => server),
    database: known(({ database }) => database),
    memory: known(({ memory }) => memory),
    client: of(({ client }) => client),
  }
}
