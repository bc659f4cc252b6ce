import { UniqueConstraintViolationException } from '@mikro-orm/core'
import type { EntityManager } from '@mikro-orm/postgresql'
import { v7 as newId } from 'uuid'
import { badInput, Refusal } from '../errors.ts'
import type { DevelopmentActivityInput, ImportActivityCatalogueInput } from '../generated/schema.ts'
import { Period } from '../period/period.ts'
import { rulesOf } from '../period/period-code.ts'
import { plainText } from '../text.ts'
import { ActivityCatalogue, DevelopmentActivity } from './development.ts'

/** A catalogue that can be loaded. */
export interface Catalogue {
  readonly period: string
  readonly name: string
  readonly activities: readonly DevelopmentActivityInput[]
}

/** What the input says, checked. Refuses lines that a catalogue cannot have. */
export function catalogueOf({ period, catalogue, activities }: ImportActivityCatalogueInput): Catalogue {
  const name = plainText(catalogue, 40, 'input.catalogue')
  if (activities.length < 1 || activities.length > 500) throw badInput('input.activities holds 1 to 500 lines.')
  const numbers = activities.flatMap(({ number }) => (number == null ? [] : [number]))
  if (new Set(numbers).size < numbers.length) throw badInput('input.activities has a number twice.')
  return { period: rulesOf(period, 'input.period').code, name, activities: activities.map(lineOf) }
}

function lineOf(line: DevelopmentActivityInput, index: number): DevelopmentActivityInput {
  const where = `input.activities[${index}]`
  const { name, number, points, positions, sources } = line
  if (number != null && (number < 1 || number > 999)) throw badInput(`${where}.number is 1 to 999.`)
  if (points != null && (points < 1 || points > 128)) throw badInput(`${where}.points is 1 to 128.`)
  if (!positions.length) throw badInput(`${where}.positions is empty: say who can choose it.`)
  if (!sources.length) throw badInput(`${where}.sources is empty: say where it is written.`)
  return { ...line, name: plainText(name, 500, `${where}.name`) }
}

/** Loads a catalogue; tells the keys of its lines, in their order. */
export async function importCatalogue(
  em: EntityManager,
  { period, name, activities }: Catalogue,
): Promise<{ activities: string[] }> {
  const catalogue = em.create(ActivityCatalogue, { id: newId(), period: em.getReference(Period, period), name })
  await em.flush().catch((error: unknown) => {
    if (!(error instanceof UniqueConstraintViolationException)) throw error
    throw new Refusal('CONFLICT', 'The period has a catalogue of that name already: choose another name.')
  })
  const lines = activities.map(({ number, unit, evidence, points, note, ...line }, index) =>
    em.create(DevelopmentActivity, {
      ...line,
      id: newId(),
      catalogueId: catalogue.id,
      place: index + 1,
      number: number ?? null,
      unit: unit ?? null,
      evidence: evidence ?? null,
      points: points ?? null,
      note: note ?? null,
    }),
  )
  return { activities: lines.map(({ id }) => id) }
}
