import { possible } from '../generated/shapes.ts'
import { chanceOf } from './chance.ts'
import type { Selected, Selection } from './selection.ts'

/** A field that is selected of an object, with all that is selected below it; nothing below a scalar. */
export interface Field {
  readonly name: string
  readonly below: readonly Selection[]
}

/** The fields that are selected of a type, by the name that they have in the answer. */
export const fieldsOf = (
  type: string,
  selections: readonly Selection[],
  fragments: Selected['fragments'],
): ReadonlyMap<string, Field> => {
  const found = new Map<string, Field>()
  for (const { key, name, below } of flatten(selections, (condition) => includes(condition, type), fragments)) {
    found.set(key, { name, below: [...(found.get(key)?.below ?? []), ...(below ?? [])] })
  }
  return found
}

/**
 * The type that stands in the place of another: itself, or for an interface one that more is asked of than of any, and that has what is
 * given.
 */
export const typeAt = (
  named: string,
  selections: readonly Selection[],
  fragments: Selected['fragments'],
  { path, given }: { readonly path: string; readonly given: Readonly<Record<string, unknown>> },
): string => {
  const all = possible[named]
  if (!all) return named
  if (typeof given['__typename'] === 'string') return given['__typename']
  const keys = (type: string) => [...fieldsOf(type, selections, fragments).keys()]
  const common = new Set(
    [...flatten(selections, (condition) => condition in possible, fragments)].map(({ key }) => key),
  ).size
  const asked = all.filter((type) => keys(type).length > common)
  const fitting = (asked.length > 0 ? asked : all).filter((type) => {
    const selected = keys(type)
    return Object.keys(given).every((key) => selected.includes(key))
  })
  return fitting.length > 0 ? chanceOf(path).pick(fitting) : named
}

function* flatten(
  selections: readonly Selection[],
  applies: (condition: string) => boolean,
  fragments: Selected['fragments'],
): Generator<Extract<Selection, { kind: 'field' }>, void, undefined> {
  for (const selection of selections) {
    if (selection.kind === 'field') yield selection
    else {
      const narrowed = selection.kind === 'spread' ? fragments.get(selection.fragment) : selection
      if (!narrowed) throw new TypeError('The document spreads a fragment that it does not hold.')
      if (narrowed.type === null || applies(narrowed.type)) yield* flatten(narrowed.below, applies, fragments)
    }
  }
}

const includes = (condition: string, type: string): boolean =>
  condition === type || (possible[condition]?.includes(type) ?? false)
