import { isObject } from '../answer.ts'

/** A row: its values by their path, such as `person.name`. */
export type Row = ReadonlyMap<string, unknown>

/** Flattens an item; lists of plain values become one text, other lists JSON. */
export const rowOf = (item: unknown): Row => new Map(isObject(item) ? cells(item, '') : [['value', item]])

function* cells(item: Record<string, unknown>, prefix: string): Generator<[string, unknown]> {
  for (const [name, value] of Object.entries(item)) {
    const path = `${prefix}${name}`
    if (isObject(value)) yield* cells(value, `${path}.`)
    else yield [path, Array.isArray(value) ? listText(value) : value]
  }
}

const listText = (list: readonly unknown[]): string =>
  list.some((item) => typeof item === 'object' && item !== null) ? JSON.stringify(list) : list.join('; ')

/** The columns of all rows; an object that is null in some rows has the columns that it has in others, where it first stood. */
export const columnsOf = (rows: Iterable<Row>): readonly string[] => {
  const paths = new Set<string>()
  for (const row of rows) for (const path of row.keys()) paths.add(path)
  const objects = new Set([...paths].flatMap(objectsAbove))
  const columns = [...paths].flatMap((path) =>
    objects.has(path) ? [...paths].filter((inner) => inner.startsWith(`${path}.`) && !objects.has(inner)) : [path],
  )
  return [...new Set(columns)]
}

const objectsAbove = (path: string): string[] => {
  const names = path.split('.')
  return names.slice(1).map((_, length) => names.slice(0, length + 1).join('.'))
}
