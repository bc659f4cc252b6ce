import { type EntityMetadata, type MetadataStorage, ReferenceKind } from '@mikro-orm/core'
import { type GraphQLField, getNamedType } from 'graphql'
import { identified } from '../id.ts'
import type { Row } from './row.ts'
import type { Extension, Reading, Shape } from './shape.ts'
import { identifier, literal, type Sql, sql } from './sql.ts'

/** How a column leaves the database, by the GraphQL type of its field; the others are right as they are. */
const forms: Readonly<Record<string, (column: Sql) => Sql>> = {
  Float: (column) => sql`${column}::float8`,
  DateTime: (column) => sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
}

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

  /** The column that identifies the rows of a type. */
  primaryKey(type: string): { name: string; type: string } {
    const property = this.metadata.getByClassName(type, false)?.getPrimaryProp()
    return { name: property?.fieldNames[0] ?? '', type: property?.columnTypes[0] ?? '' }
  }

  /** How a field of a type is read: as declared, else as the id, column or relation of that name. */
  reading(shape: Shape, field: GraphQLField<unknown, unknown>): Reading {
    const declared = shape.fields?.[field.name]
    if (declared) return declared
    const entity = this.metadata.getByClassName(shape.type, false)
    const property = entity?.properties[field.name]
    if (!entity) throw new Error(`${shape.type}.${field.name} is neither declared nor an entity's`)
    if (field.name === 'id' && shape.identified) return idReading(entity, identified[shape.identified].prefix)
    if (!property) throw new Error(`${shape.type}.${field.name} is neither declared nor a property`)
    if (property.kind === ReferenceKind.MANY_TO_ONE) {
      const foreignKey = identifier(property.fieldNames[0] ?? '')
      const primaryKey = identifier(property.referencedColumnNames[0] ?? '')
      return {
        kind: 'one',
        to: property.type,
        on: (row, target) => sql`${target}.${primaryKey} = ${row}.${foreignKey}`,
      }
    }
    const column = identifier(property.fieldNames[0] ?? '')
    const form = forms[getNamedType(field.type).name]
    const value = (row: Row) => (form ? form(sql`${row}.${column}`) : sql`${row}.${column}`)
    return { kind: 'value', value }
  }
}

function idReading(entity: EntityMetadata, prefix: string): Reading {
  const key = identifier(entity.getPrimaryProp().fieldNames[0] ?? '')
  return { kind: 'value', value: (row) => sql`${literal(`${prefix}_`)} || ${row}.${key}` }
}
