import type { ListArguments, Rules } from './asked.ts'
import { type Order, page } from './page.ts'
import type { ImportRefusal, ImportReport } from './world.ts'

/** Newest first. */
export const reportOrder: Order<ImportReport> = {
  name: 'newest first',
  keys: ({ startedAt }) => [startedAt],
  descending: true,
}

/** In the order of files and lines. */
export const refusalOrder: Order<ImportRefusal> = {
  name: 'by file and line',
  keys: ({ file, line }) => [['schools.csv', 'people.csv'].indexOf(file), line],
  descending: false,
}

/** Runs of the import. */
export const importRules: Rules = {
  Query: {
    importReports: (_: unknown, { first, after }: ListArguments, { world, field }) =>
      page(field, world.reports, reportOrder, first ?? 0, after),
  },
  ImportReport: {
    refusals: ({ refusals }: ImportReport, { first, after }: ListArguments, { field }) =>
      page(field, refusals, refusalOrder, first ?? 0, after),
  },
}
