import { catalogue } from '../../server/indicator/catalogue.ts'
import { rules } from '../../server/period/rules.ts'
import type { Rules } from './asked.ts'
import { sorted } from './page.ts'
import type { School, Score } from './world.ts'

/** The periods as the contract has them, oldest first. */
export const periods = rules.map((rule) => ({ type: 'Period', id: `prd_${rule.code}`, ...rule }))

/** The indicators as the contract has them, in the catalogue's order. */
export const indicators = catalogue.map((entry) => ({
  type: 'Indicator',
  id: `ind_${entry.code}`,
  ...entry,
  behaviours: entry.behaviours.map((behaviour) => ({
    type: 'TargetBehaviour',
    id: `beh_${entry.code}.${behaviour.number}`,
    ...behaviour,
  })),
  periods: periods.filter(({ code }) => entry.periods.some((period) => period === code)),
}))

/** Periods, indicators and report cards. */
export const catalogueRules: Rules = {
  Query: {
    periods: () => periods,
    indicators: (_: unknown, { period, role }: { period?: string | null; role?: string | null }) =>
      indicators
        .filter((entry) => period == null || entry.periods.some(({ code }) => code === period))
        .filter((entry) => role == null || entry.role === role),
  },
  School: {
    reportCard: (school: School, { year }: { year?: number | null }, { world }) => {
      const scores = world.scores.filter((score) => score.npsn === school.npsn && (year == null || score.year === year))
      const keys = (score: Score) => [-score.year, score.indicatorCode]
      return sorted(scores, { name: '', keys, descending: false })
    },
  },
  ReportCardScore: {
    indicator: ({ indicatorCode }: Score) => indicators.find(({ code }) => code === indicatorCode),
  },
}
