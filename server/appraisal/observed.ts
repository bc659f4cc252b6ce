import { RubricLevel } from '../generated/schema.ts'
import type { Rating } from '../observation/sheet.ts'

/** How often each level of the rubric was given. */
export interface ObservedLevels {
  readonly notDone: number
  readonly notEffective: number
  readonly effective: number
}

/** Each of the behaviours counts once, as it was seen last; null where none was seen. Ratings are given in the order of the cycles. */
export function countLevels(
  ratings: readonly Pick<Rating, 'behaviour' | 'level'>[],
  behaviours: readonly string[],
): ObservedLevels | null {
  const last = new Map(ratings.map(({ behaviour, level }) => [behaviour, level]))
  const levels = behaviours.flatMap((behaviour) => last.get(behaviour) ?? [])
  const count = (wanted: RubricLevel) => levels.filter((level) => level === wanted).length
  return levels.length
    ? {
        notDone: count(RubricLevel.NOT_DONE),
        notEffective: count(RubricLevel.DONE_NOT_YET_EFFECTIVE),
        effective: count(RubricLevel.DONE_AND_EFFECTIVE),
      }
    : null
}
