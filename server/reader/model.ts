import { type MetadataStorage, ReferenceKind } from '@mikro-orm/core'
import type { GraphQLField } from 'graphql'
import { identified } from '../id.ts'
import type { Row } from './row.ts'
import type { Extension, Reading, Shape } from './shape.ts'
import { identifier, literal, sql } from './sql.ts'

/** What can be read, and how: the declared shapes, completed from MikroORM's metadata. */
export class Model {
  private readonly shapes: ReadonlyMap<string, Shape>
  private readonly metadata: MetadataStorage

  constructor(declared: readonly (Shape | Extension)[], metadata: MetadataStorage) {
    const shapes = declared.filter((item) => 'type' in item)
    const added = (type: string) =>
      declared.flatMap((item) => ('extends' in item && item.extends === type ? [item.fields] : []))
    this.shapes = new Map(
      shapes.map((shape) => [shape.type, { ...shape, fields: Object.assign({}, shape.fields, ...added(shape.type)) }]),
    )
    this.metadata = metadata
  }

  /** The shape of a type. */
  shape(type: string): Shape {
    const shape = this.shapes.get(type)
    if (!shape) throw new Error(`${type} has no shape`)
    return shape
  }

  /** The column that is never null and, for an entity, tells its rows apart. */
  keyOf({ type, key }: Shape): string {
    return key ?? this.metadata.getByClassName(type).getPrimaryProp().fieldNames[0] ?? ''
  }

  /** How a field of a type is read: as declared, else as the id, column or relation of that name. */
  reading(shape: Shape, { name }: GraphQLField<unknown, unknown>): Reading {
    const declared = shape.fields?.[name]
    if (declared) return declared
    if (name === 'id' && shape.identified) {
      const prefix = literal(`${identified[shape.identified].prefix}_`)
      return { kind: 'value', value: (row: Row) => sql`${prefix} || ${row}.${identifier(this.keyOf(shape))}` }
    }
    const property = this.metadata.getByClassName(shape.type, false)?.properties[name]
    if (!property) throw new Error(`${shape.type}.${name} is neither declared nor a property`)
    const column = identifier(property.fieldNames[0] ?? '')
    if (property.kind !== ReferenceKind.MANY_TO_ONE) return { kind: 'value', value: (row) => sql`${row}.${column}` }
    const primaryKey = identifier(property.referencedColumnNames[0] ?? '')
    return { kind: 'one', to: property.type, on: (row, target) => sql`${target}.${primaryKey} = ${row}.${column}` }
  }
}
