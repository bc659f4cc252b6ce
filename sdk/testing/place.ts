import { type Chance, chanceOf } from './chance.ts'

/** Where in an answer a value is invented. */
export interface Place {
  /** The type of the object that it belongs to. */
  readonly type: string
  /** The path of the list that the object stands in, and where in it; of an object alone its own, and 0. */
  readonly list: string
  readonly index: number
  /** Chance of its own. */
  readonly chance: Chance
  /** Chance that belongs to the object: all its fields see the same. */
  own(): Chance
  /** A number below another, which belongs to the object; those of a list are different. */
  nth(count: number): number
}

/** A field of the object at a path such as `7/person/1/data.person.assignments.0`. */
export const placeOf = (type: string, object: string, field = ''): Place => {
  const [, list = object, digits = '0'] = /^(.*)\.(\d+)$/.exec(object) ?? []
  const index = Number(digits)
  return {
    type,
    list,
    index,
    chance: chanceOf(`${object}.${field}`),
    own: () => chanceOf(`${object}#`),
    nth: (count) => (chanceOf(`${list}#`).below(count) + index) % count,
  }
}
