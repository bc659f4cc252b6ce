import { catalogue } from '../../server/indicator/catalogue.ts'
import { texts } from './names.ts'
import type { Random } from './random.ts'
import type { ImportFile, ImportRefusal, ImportReport, School, Score } from './world.ts'

/** Report cards of two years; some schools lack one, the first school both. */
export function drawScores(random: Random, schools: readonly School[]): Score[] {
  return schools.slice(1).flatMap(({ npsn }) =>
    [2023, 2024].flatMap((year) =>
      random.chance(20)
        ? []
        : catalogue
            .filter(() => random.chance(30))
            .map(({ code }) => ({
              npsn,
              year,
              indicatorCode: code,
              score: random.pick([0, 100, 38.3, 66.67, random.below(10_000) / 100]),
              label: random.pick(['BAIK', 'SEDANG', 'KURANG']),
            })),
    ),
  )
}

/** Three runs, one of which broke off before it wrote anything. */
export function drawReports(random: Random): ImportReport[] {
  return [1, 2, 3].map((month) => ({
    type: 'ImportReport',
    id: `imp_0198000${month}-0000-7000-8000-${random.digits(12, 16)}`,
    startedAt: `2025-0${month}-28T23:59:59.0${random.digits(2)}Z`,
    finishedAt: month === 3 ? null : `2025-0${month + 1}-01T00:00:00.000Z`,
    files: month === 3 ? [] : ['offices.csv', 'schools.csv', 'people.csv'].map((file) => drawFile(random, file)),
    refusals: month === 3 ? [] : Array.from({ length: 3 + 4 * month }, (_, index) => drawRefusal(random, index)),
  }))
}

function drawFile(random: Random, file: string): ImportFile {
  const count = () => random.below(1000)
  return {
    file,
    rows: count(),
    inserted: count(),
    updated: count(),
    unchanged: count(),
    refused: count(),
    missing: count(),
  }
}

function drawRefusal(random: Random, index: number): ImportRefusal {
  return {
    file: index < 4 ? 'schools.csv' : 'people.csv',
    line: 2 + index,
    column: random.chance(80) ? random.pick(['nip', 'npsn', 'from']) : null,
    code: random.pick(['MISSING_VALUE', 'BAD_FORMAT', 'DUPLICATE', 'OVERLAP']),
    value: random.chance(80) ? random.pick(texts) : null,
    advice: random.pick(texts),
  }
}
