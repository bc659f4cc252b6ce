import { activities, activityId, catalogues as standing } from '../../server/development/activities.ts'
import { duties } from '../../server/development/duties.ts'
import type { Rules } from './asked.ts'
import { texts } from './names.ts'
import { sorted } from './page.ts'
import type { Random } from './random.ts'
import type { Activity, Catalogue } from './world.ts'

interface Wanted {
  readonly period: string
  readonly catalogue?: string | null
  readonly position?: string | null
}

/** The catalogues as the contract has them, and three that an operator has loaded since; oldest first. */
export const drawCatalogues = (random: Random): Catalogue[] => [
  ...standing.map((catalogue) => ({
    ...catalogue,
    isDrawn: false,
    activities: activities.map((line, index) => activity(activityId(catalogue, index + 1), catalogue, index, line)),
  })),
  ...['2024-S1', '2026', '2024-S1'].map((period, index) => drawCatalogue(random, period, index)),
]

function drawCatalogue(random: Random, period: string, index: number): Catalogue {
  const catalogue = { id: `0198000${index}-0000-7000-8000-${random.digits(12, 16)}`, period, name: `juknis "${index}"` }
  // the lines come in no order, some without a number
  const numbers = [7, 2, null, 5, null, 1].map((number) => (random.chance(80) ? number : null))
  const lines = numbers.map((number, place) => activity(random.uuid(), catalogue, place, drawLine(random, number)))
  return { ...catalogue, isDrawn: true, activities: lines }
}

const drawLine = (random: Random, number: number | null) => ({
  number,
  name: random.pick(texts) || 'Seminar',
  unit: random.chance(50) ? random.pick(texts) : null,
  evidence: random.chance(50) ? random.pick(texts) : null,
  points: random.chance(70) ? 1 + random.below(128) : null,
  positions: random.pick([['TEACHER'], ['PRINCIPAL'], ['TEACHER', 'PRINCIPAL']]),
  sources: [random.pick(texts)],
  certainty: random.pick(['SEVERAL_SOURCES', 'UNCONFIRMED']),
  note: random.chance(50) ? random.pick(texts) : null,
})

const activity = (
  key: string,
  { period, name }: Pick<Catalogue, 'period' | 'name'>,
  place: number,
  line: Omit<Activity, 'type' | 'id' | 'period' | 'catalogue' | 'place'>,
): Activity => ({ type: 'DevelopmentActivity', id: `act_${key}`, period, catalogue: name, place, ...line })

/** Catalogues of development, and additional duties. */
export const developmentRules: Rules = {
  Query: {
    developmentActivities: (_: unknown, { period, catalogue, position }: Wanted, { world }) => {
      const found = world.catalogues
        .filter((each) => each.period === period && (catalogue == null || each.name === catalogue))
        .at(-1)
      const lines = found?.activities.filter(({ positions }) => position == null || positions.includes(position))
      const keys = ({ number, place }: Activity) => [number ?? Number.POSITIVE_INFINITY, place]
      return sorted(lines ?? [], { name: 'by number', keys, descending: false })
    },
    additionalDuties: (_: unknown, { level }: { level?: string | null }) =>
      duties.filter(({ levels }) => level == null || levels.some((each) => each === level)),
  },
}
