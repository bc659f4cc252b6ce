import type { Cell } from '../measure/cell.ts'
import type { Result } from '../run.ts'
import { figure, table } from './table.ts'

/** How our throughput compares, and whether the targets are met. */
export function targets(results: readonly Result[]): string {
  return table(
    ['workload', '× PostGraphile', 'wanted', 'met', 'share of the floor', 'wanted', 'met', 'CPU: PostGraphile ÷ ours'],
    results.map((result) => {
      const { workload } = result
      const ratio = against(result, 'PostGraphile')
      const share = against(result, 'the floor')
      return [
        workload.title,
        figure(ratio),
        `≥ ${workload.targets.ratio}`,
        verdict(ratio, workload.targets.ratio),
        figure(share),
        `≥ ${workload.targets.share}`,
        verdict(share, workload.targets.share),
        figure(saving(result)),
      ]
    }),
  )
}

function against({ cells }: Result, other: string): number | undefined {
  const mine = cells.get('ours')
  const theirs = cells.get(other)
  return mine && theirs && mine.perSecond / theirs.perSecond
}

// steadier than throughput where others use the machine too
function saving({ cells }: Result): number | undefined {
  const [mine, theirs] = ['ours', 'PostGraphile'].map((name) => total(cells.get(name)))
  return mine && theirs && theirs / mine
}

const total = (cell: Cell | undefined): number | undefined =>
  cell?.server === undefined || cell.database === undefined ? undefined : cell.server + cell.database

const verdict = (value: number | undefined, wanted: number): string =>
  value === undefined ? '–' : value >= wanted ? 'yes' : 'no'
