import type {
  DocumentNode,
  FragmentDefinitionNode,
  GraphQLError,
  GraphQLSchema,
  OperationDefinitionNode,
} from 'graphql'
import { Kind } from 'graphql'
import type { Viewer } from '../access/viewer.ts'
import { today } from '../calendar.ts'
import { Refusal } from '../errors.ts'
import type { Answer, Connections } from './connections.ts'
import type { Request } from './given.ts'
import type { Model } from './model.ts'
import { type Reads, takeNotes } from './note.ts'
import { type Kept, Statements } from './statements.ts'
import { symbolsOf } from './symbols.ts'

/** An operation to answer. */
export interface Query {
  readonly schema: GraphQLSchema
  readonly document: DocumentNode
  readonly operation: OperationDefinitionNode
  /** Coerced. */
  readonly variables: Readonly<Record<string, unknown>>
  readonly viewer: Viewer | null
  /** Ends the statement when it is aborted. */
  readonly signal?: AbortSignal
}

/** What the reader found: the JSON of the root fields, as text and, with the notes of types, parsed; and those that refuse, by response key. */
export interface Found {
  readonly text: string
  readonly data: Readonly<Record<string, unknown>>
  readonly refused: ReadonlyMap<string, GraphQLError>
  /** Of whom else data was found. */
  readonly reads: Reads
  /** What was asked for and is not there for this viewer: its types. */
  readonly missing: readonly string[]
  /** What was asked of the database. */
  readonly statement: Kept
  readonly request: Request
}

const nobody: Reads = new Map()

/** Answers queries, each by one SQL statement. */
export class Reader {
  private readonly connections: Connections
  private readonly statements: Statements
  private readonly clock: () => Date

  constructor(connections: Connections, model: Model, clock = () => new Date()) {
    this.connections = connections
    this.clock = clock
    this.statements = new Statements(model)
  }

  /** Reads all root fields of an operation. */
  async find(query: Query): Promise<Found> {
    const request: Request = { variables: query.variables, viewer: query.viewer, today: today(this.clock().getTime()) }
    let statement = this.statement(query, new Map())
    let values = statement.valuesIn(request)
    // a statement is kept, why a request is refused is not
    const refused = values instanceof Map ? values : new Map<string, GraphQLError>()
    if (values instanceof Map) {
      // most requests get here never: what they bring is refused
      statement = this.statement(query, values)
      values = statement.valuesIn(request)
    }
    const asked = statement.sql && !(values instanceof Map)
    const texts = asked ? await this.connections.ask(statement, values as unknown[], query.signal) : []
    const noted = together(statement.keys, texts)
    const missing = missingIn(statement, texts)
    return {
      ...(statement.noted ? takeNotes(noted) : { text: noted, reads: nobody }),
      refused: new Map([...statement.refused, ...refused, ...missing.map(asRefusal)]),
      missing: missing.map(({ type }) => type),
      statement,
      request,
      get data() {
        return JSON.parse(noted)
      },
    }
  }

  /** How a query was read: its statement, and the plan PostgreSQL has for it. */
  async explain({ statement, request }: Found): Promise<{ statement: string; plan: string[] }> {
    const values = statement.valuesIn(request)
    if (!statement.sql || values instanceof Map) return { statement: '', plan: [] }
    return { statement: statement.sql.text, plan: await this.connections.explain(statement.sql.text, values) }
  }

  private statement(
    { schema, document, operation, variables, viewer }: Query,
    refused: ReadonlyMap<string, GraphQLError>,
  ): Kept {
    const symbols = symbolsOf(schema, operation, variables)
    const role = viewer?.role ?? null
    const scopes = viewer?.scopes ?? []
    const key = [operation.name?.value, role, scopes.toSorted().join(), symbols.key, ...refused.keys()].join(' ')
    return this.statements.of(document, key, {
      schema,
      operation,
      fragments: fragmentsOf(document),
      variables: symbols.variables,
      role,
      scopes,
      refused,
    })
  }
}

/** One object out of the root fields. A long text is not copied: `join` would. */
const together = (keys: readonly string[], texts: Answer): string => {
  let text = '{'
  for (const [index, key] of keys.entries())
    text += `${index ? ',' : ''}${JSON.stringify(key)}:${texts[index] ?? 'null'}`
  return `${text}}`
}

const missingIn = ({ keys, required }: Kept, texts: Answer): Kept['required'] =>
  required.filter(({ key }) => (texts[keys.indexOf(key)] ?? 'null') === 'null')

const asRefusal = ({ key }: { key: string }) =>
  [key, new Refusal('NOT_FOUND', 'There is no such thing that you may see.')] as const

function fragmentsOf({ definitions }: DocumentNode): Record<string, FragmentDefinitionNode> {
  const fragments = definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
  return Object.fromEntries(fragments.map((fragment) => [fragment.name.value, fragment]))
}
