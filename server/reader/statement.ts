import { type FieldNode, GraphQLError, type GraphQLSchema, Kind, type OperationDefinitionNode } from 'graphql'
import type { Viewer } from '../access/viewer.ts'
import { refusalOf } from '../errors.ts'
import { asking } from './asking.ts'
import type { Request } from './given.ts'
import { textOf } from './json.ts'
import type { Model } from './model.ts'
import { type Read, read } from './object.ts'
import { Once } from './once.ts'
import { nothing } from './row.ts'
import { type Document, type Field, Selection } from './selection.ts'
import { commas, identifier, join, type Prepared, prepare, type Sql, sql } from './sql.ts'

/** What a statement is written for. */
export interface Question {
  readonly schema: GraphQLSchema
  readonly operation: OperationDefinitionNode
  readonly fragments: Document['fragments']
  /** The symbols of `symbolsOf`. */
  readonly variables: Record<string, unknown>
  readonly role: Viewer['role'] | null
  readonly scopes: Viewer['scopes']
  /** Root fields that cannot be answered in this request, and why. */
  readonly refused: ReadonlyMap<string, GraphQLError>
}

/** All root fields of an operation as one statement. */
export interface Statement {
  /** Null when nothing is left to ask. It gives one row, with a column of JSON text for each of `keys`. */
  readonly sql: Prepared | null
  /** The response keys of the root fields that are asked for. */
  readonly keys: readonly string[]
  /** Root fields that refuse, by response key. */
  readonly refused: ReadonlyMap<string, GraphQLError>
  /** Root fields that are NOT_FOUND when null: their response keys, and what they would have been. */
  readonly required: readonly { key: string; type: string }[]
  /** Whether the text holds notes. */
  readonly noted: boolean
  /** The values of a request in their places; or, where it brings what is refused, the root fields that refuse. */
  valuesIn(request: Request): unknown[] | Map<string, GraphQLError>
}

/** Writes the statement that answers an operation. */
export function statementOf(model: Model, question: Question): Statement {
  const query = model.shape('Query')
  const refused = new Map(question.refused)
  const answered: { field: Field; part: Read; own: Prepared }[] = []
  const once = new Once()
  const asked = asking(question.role, question.scopes, once)
  const { schema, fragments, variables, operation } = question
  const document: Document = { schema, model, fragments, variables, rows: 0, noted: false }
  for (const field of rootsOf(document, operation)) {
    if (refused.has(field.key)) continue
    const refusal = attempt(() => {
      const part = field.name === '__typename' ? typename : read(query, nothing, field, asked)
      answered.push({ field, part, own: prepare(whole(part)) })
    })
    if (refusal) refused.set(field.key, refusal)
  }
  const required = answered
    .filter(({ field }) => isRequired(model, field))
    .map(({ field: { key, selection } }) => ({ key, type: selection.typeName }))
  const keys = answered.map(({ field }) => field.key)
  const columns = answered.map(({ part }, index) => sql`${whole(part)} as ${identifier(`${index}`)}`)
  const prepared = answered.length ? prepare(sql`${once.first}select ${commas(columns)}`) : null
  const refusals = (request: Request) =>
    answered.flatMap(({ field, own }) => {
      const refusal = attempt(() => own.values(request))
      return refusal ? [[field.key, refusal] as const] : []
    })
  const valuesIn = (request: Request) => {
    let values: unknown[] = []
    const refusal = attempt(() => {
      values = prepared?.values(request) ?? []
    })
    return refusal ? new Map(refusals(request)) : values
  }
  return { sql: prepared, keys, refused, required, noted: document.noted, valuesIn }
}

function rootsOf(document: Document, { selectionSet }: OperationDefinitionNode): Field[] {
  const query = document.schema.getQueryType()
  if (!query) throw new Error('the schema has no Query')
  const root: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: 'query' }, selectionSet }
  return new Selection(document, query, [root]).fields().filter(({ name }) => !/^__(schema|type)$/.test(name))
}

const typename: Read = { json: ['"Query"'], joins: new Map() }

const isRequired = (model: Model, { name }: Field): boolean => {
  const reading = model.shape('Query').fields?.[name]
  return reading !== undefined && 'required' in reading && reading.required === true
}

/** The text of a root field by itself. */
const whole = ({ json, joins }: Read): Sql =>
  joins.size ? sql`(select ${textOf(json)} from (select) nothing ${join([...joins.values()], ' ')})` : textOf(json)

function attempt(work: () => void): GraphQLError | null {
  try {
    work()
    return null
  } catch (error) {
    if (error instanceof GraphQLError) return refusalOf(error)
    throw error
  }
}
