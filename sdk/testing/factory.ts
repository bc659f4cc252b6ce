import { isObject } from '../answer.ts'
import { fields, values } from '../generated/shapes.ts'
import type { AnyOperation } from '../operation.ts'
import { type Field, fieldsOf, typeAt } from './fields.ts'
import { idOf } from './ids.ts'
import { byField, byScalar } from './inventions.ts'
import { placeOf } from './place.ts'
import { type Selection, selectedBy } from './selection.ts'

const roots = { query: 'Query', mutation: 'Mutation', subscription: 'Subscription' } as const

/**
 * Invents the `data` of an operation, as it travels: every field that is selected, lists of two, nothing null; `given` says otherwise.
 * The same for the same seed, whatever else is given. Throws a TypeError when something is given that the operation does not select.
 */
export const invent = (operation: AnyOperation, seed: string, given: unknown): unknown => {
  const { selections, fragments } = selectedBy(operation)

  const inventObject = (named: string, below: readonly Selection[], path: string, given: unknown): unknown => {
    const wanted = isObject(given) ? given : {}
    const type = typeAt(named, below, fragments, { path, given: wanted })
    const selected = fieldsOf(type, below, fragments)
    const surplus = Object.keys(wanted).find((key) => !selected.has(key) && wanted[key] !== undefined)
    if (surplus !== undefined) throw new TypeError(`${operation.name} selects no ${surplus} of ${type}.`)
    const object: Record<string, unknown> = {}
    for (const [key, field] of selected) object[key] = inventField(type, key, field, path, wanted[key])
    // a list that has its items has counted them
    const { nodes } = object
    const counts = 'totalCount' in object && wanted['totalCount'] === undefined
    if (counts && Array.isArray(nodes)) object['totalCount'] = nodes.length
    return object
  }

  const inventField = (type: string, key: string, { name, below }: Field, object: string, given: unknown): unknown => {
    if (name === '__typename') return type
    const written = fields[type]?.[name]
    if (written === undefined) throw new TypeError(`${operation.name}: ${type} has no field ${name}.`)
    const [, list, named = '', owner] = /^(\[?)(\w+)(?::(\w+))?/.exec(written) ?? []
    const path = `${object}.${key}`
    const inventValue = (given: unknown, item?: number): unknown => {
      if (given instanceof Date) return given.toISOString()
      if (given === null || (given !== undefined && below.length === 0)) return given
      const where = item === undefined ? path : `${path}.${item}`
      if (below.length > 0) return inventObject(named, below, where, given)
      const special = byField[`${type}.${name}`]
      if (named === 'ID' && !special) return idOf(owner ?? type, owner ? `${object}.${lowerFirst(owner)}` : object)
      const place = item === undefined ? placeOf(type, object, key) : placeOf(type, where)
      const choices = values[named]
      return choices ? place.chance.pick(choices) : (special ?? byField[name] ?? byScalar[named])?.(place)
    }
    if (!list || given === null) return inventValue(given)
    const items: unknown[] = Array.isArray(given) ? given : [undefined, undefined]
    return items.map(inventValue)
  }

  return inventObject(roots[operation.kind], selections, `${seed}/data`, given)
}

const lowerFirst = (word: string): string => word.charAt(0).toLowerCase() + word.slice(1)
