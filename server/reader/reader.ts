import { type FieldNode, GraphQLError, type GraphQLResolveInfo, Kind } from 'graphql'
import type { Pool } from 'pg'
import type { Viewer } from '../access/viewer.ts'
import { today } from '../calendar.ts'
import { Refusal } from '../errors.ts'
import { asking } from './asking.ts'
import type { Model } from './model.ts'
import { read } from './object.ts'
import { Row } from './row.ts'
import { type Field, Selection } from './selection.ts'
import { join, literal, render, type Sql, sql } from './sql.ts'

/** What the root fields of one operation were answered: JSON by response key, or the refusal. */
export type Answers = ReadonlyMap<string, unknown>

/** Answers queries: one SQL statement for all root fields of an operation. */
export class Reader {
  private readonly pool: Pool
  private readonly model: Model

  constructor(pool: Pool, model: Model) {
    this.pool = pool
    this.model = model
  }

  /** Reads every root field of the operation that the viewer asks. */
  async answer(info: GraphQLResolveInfo, viewer: Viewer | null): Promise<Answers> {
    const answers = new Map<string, unknown>()
    const parts: { field: Field; part: Sql }[] = []
    const question = asking(viewer, today())
    const query = this.model.shape('Query')
    for (const field of this.roots(info)) {
      try {
        parts.push({ field, part: read(query, new Row('nothing'), field, question) })
      } catch (error) {
        if (!(error instanceof GraphQLError)) throw error
        answers.set(field.key, error)
      }
    }
    if (!parts.length) return answers
    const pairs = parts.map(({ field, part }) => sql`${literal(field.key)}, ${part}`)
    const data = await this.ask(sql`select json_build_object(${join(pairs, ', ')}) as data`)
    for (const { field } of parts) {
      const reading = query.fields?.[field.name]
      const required = reading && 'required' in reading && reading.required
      const missing = required && data[field.key] === null
      answers.set(
        field.key,
        missing ? new Refusal('NOT_FOUND', 'There is no such thing that you may see.') : data[field.key],
      )
    }
    return answers
  }

  private roots({ operation, schema, fragments, variableValues }: GraphQLResolveInfo): Field[] {
    const query = schema.getQueryType()
    if (!query) throw new Error('the schema has no Query')
    const root: FieldNode = {
      kind: Kind.FIELD,
      name: { kind: Kind.NAME, value: 'query' },
      selectionSet: operation.selectionSet,
    }
    const document = { schema, model: this.model, fragments, variables: variableValues, rows: 0 }
    return new Selection(document, query, [root]).fields().filter(({ name }) => !name.startsWith('__'))
  }

  private async ask(statement: Sql): Promise<Record<string, unknown>> {
    const { rows } = await this.pool.query<{ data: Record<string, unknown> }>(render(statement))
    return rows[0]?.data ?? {}
  }
}
