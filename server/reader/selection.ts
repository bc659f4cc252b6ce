import { collectSubFields } from '@graphql-tools/utils'
import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedOutputType,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  isAbstractType,
  isObjectType,
  TypeNameMetaFieldDef,
} from 'graphql'
import type { Model } from './model.ts'
import { Row } from './row.ts'
import type { Arguments } from './shape.ts'
import { given } from './symbols.ts'

/** What stays the same throughout one document. */
export interface Document {
  readonly schema: GraphQLSchema
  readonly model: Model
  readonly fragments: Record<string, FragmentDefinitionNode>
  /** The symbols of `symbolsOf`. */
  readonly variables: Record<string, unknown>
  /** Counts the aliases that were given out. */
  rows: number
  /** Whether objects hold notes. */
  noted: boolean
}

/** A field that is asked for: under which key, with which arguments, and what below it. */
export interface Field {
  key: string
  name: string
  definition: GraphQLField<unknown, unknown>
  /** Coerced when they are looked at: what is wrong with them is this field's alone. */
  readonly args: Arguments
  selection: Selection
}

/** What is asked below a field: its sub-fields, with fragments and directives resolved. */
export class Selection {
  private readonly document: Document
  private readonly type: GraphQLNamedOutputType
  private readonly nodes: readonly FieldNode[]

  constructor(document: Document, type: GraphQLNamedOutputType, nodes: readonly FieldNode[]) {
    this.document = document
    this.type = type
    this.nodes = nodes
  }

  get model(): Model {
    return this.document.model
  }

  get typeName(): string {
    return this.type.name
  }

  /** Whether the type behind is known only row by row. */
  get abstract(): boolean {
    return isAbstractType(this.type)
  }

  /** Remembers that the document's answer holds notes. */
  holdsNotes(): void {
    this.document.noted = true
  }

  /** A row with an alias of its own. */
  row(): Row {
    this.document.rows += 1
    return new Row(`t${this.document.rows}`)
  }

  /** The fields asked of one object type. */
  fields(typeName: string = this.type.name): Field[] {
    const { schema, fragments, variables: coerced } = this.document
    const type = schema.getType(typeName)
    if (!isObjectType(type)) throw new Error(`${typeName} is not an object type`)
    const { fields } = collectSubFields(schema, fragments, { coerced, sources: {} }, type, [...this.nodes])
    return [...fields].flatMap(([key, nodes]) => {
      const [node] = nodes
      return node ? [this.field(key, node, nodes, type.getFields())] : []
    })
  }

  private field(
    key: string,
    node: FieldNode,
    nodes: FieldNode[],
    definitions: Record<string, GraphQLField<unknown, unknown>>,
  ): Field {
    const name = node.name.value
    const definition = definitions[name] ?? TypeNameMetaFieldDef
    const selection = new Selection(this.document, getNamedType(definition.type), nodes)
    const { variables } = this.document
    let args: Arguments | undefined
    return {
      key,
      name,
      definition,
      selection,
      get args() {
        args ??= argumentsOf(definition, node, variables)
        return args
      },
    }
  }
}

function argumentsOf(
  definition: GraphQLField<unknown, unknown>,
  node: FieldNode,
  variables: Record<string, unknown>,
): Arguments {
  const values = getArgumentValues(definition, node, variables)
  return Object.fromEntries(
    definition.args.filter(({ name }) => name in values).map(({ name, type }) => [name, given(type, values[name])]),
  )
}
