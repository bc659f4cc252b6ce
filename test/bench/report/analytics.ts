import type { Taken } from '../analytics/analytics.ts'
import { figure, table } from './table.ts'

/** A line for each question and viewer. */
export const analyticsTable = (taken: readonly Taken[]): string =>
  table(
    ['question', 'asked by', 'cells', 'median ms', 'slowest ms', 'wanted', 'met'],
    taken.map(({ question, viewer, cells, median, slowest }) => [
      question.title,
      viewer,
      cells?.toLocaleString('en') ?? 'TIMEOUT',
      figure(median),
      figure(slowest),
      `≤ ${question.most.toLocaleString('en')}`,
      cells !== null && median <= question.most ? 'yes' : 'no',
    ]),
  )
