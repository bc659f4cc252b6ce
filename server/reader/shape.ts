import type { Identified } from '../id.ts'
import type { Asking } from './asking.ts'
import type { KeyType } from './cursor.ts'
import type { Given } from './given.ts'
import type { Row } from './row.ts'
import type { Sql } from './sql.ts'

/** Who may reach a type at all; which of its rows, `visible` says. */
export type Access = 'EVERYBODY' | 'SIGNED_IN' | 'OPERATOR'

/** The arguments of a field: strings and lists as `Given`s; numbers, booleans and enum values, which decide the text, as they are. */
export type Arguments = Readonly<Record<string, unknown>>

/** How a field is read that is neither a column nor a plain relation. */
export type Reading =
  | { kind: 'value'; value: (row: Row, asking: Asking, args: Arguments) => Sql }
  | ({ kind: 'one'; orderBy?: (row: Row) => Sql } & Target)
  /** The same row as another type, which another right lets see; null without it. That type joins nothing of its own. */
  | { kind: 'same'; to: string }
  | ({ kind: 'list'; orderBy: (row: Row) => Sql } & Target)
  | ({ kind: 'connection'; most?: number } & Target)
  | { kind: 'node' }
  | { kind: 'nodes' }

/** Rows of a type that belong to a row of another. */
export interface Target {
  to: string
  /** Which rows; nothing: all. */
  on?: (row: Row, target: Row, asking: Asking, args: Arguments) => Sql
  /** Where they come from, for a type without a table; null where there are none. */
  from?: (row: Row, asking: Asking, args: Arguments) => Sql | null
  /** Null unless this holds. */
  given?: (row: Row, asking: Asking, args: Arguments) => Sql
  /** True where whoever sees this row sees the target by the same right: no second look. */
  seen?: boolean
  /** True where the target belongs to the same assignment as this row: what is known of that is not looked up again. */
  sameAssignment?: boolean
  /** True for a root field that refuses with NOT_FOUND instead of answering null. */
  required?: boolean
}

/** Which reading of a type goes on record. */
export interface Audited {
  /** The key of the person whose data a row is. */
  readonly subject: (row: Row) => Sql
  /** Only where one of these fields is asked for; by a program with an API key always. Nothing: always. */
  readonly fields?: readonly string[]
}

/** A sort key: its expression, and its type in a cursor. */
export interface Key {
  by: (row: Row) => Sql
  type: KeyType
}

/** How a GraphQL type is read. What it does not mention is the column or relation of the same name. */
export interface Shape {
  readonly type: string
  readonly access: Access
  readonly table?: string
  /** Set where rows have an id. */
  readonly identified?: Identified
  /** A column that is never null, for a type that is no entity. */
  readonly key?: string
  /** Joined one to one, left, so that an unused one costs nothing. */
  readonly joins?: (row: Row) => Sql
  /** Which rows this viewer may see; null: all. `few` tells whether they are few, as below another row. */
  readonly visible?: (row: Row, asking: Asking, few: boolean) => Sql | null
  /** For rows that belong to an assignment: the viewer is one of these to that of each row he sees. `audited` tells whose it is. */
  readonly relations?: (asking: Asking) => readonly string[]
  /** Whose data a row is, where it goes on record that somebody else was given it. */
  readonly audited?: Audited
  /** Whether this viewer may see a field of a row that he sees, else it is null; null: he may. */
  readonly shows?: (row: Row, field: string, asking: Asking) => Sql | null
  readonly fields?: Readonly<Record<string, Reading>>
  /** What `orderBy.field` can be; the first is the default. */
  readonly orders?: Readonly<Record<string, readonly Key[]>>
  /** Makes every order total. */
  readonly last?: Key
  /** True where the default order runs downwards. */
  readonly newestFirst?: boolean
  readonly filters?: Filters
  /** The filters that leave few rows, or that rows are few always: these are found once, to be counted and shown. */
  readonly selective?: readonly string[] | 'ALWAYS'
}

type Filters = Readonly<Record<string, (row: Row, value: unknown, asking: Asking, filter: Arguments) => Sql>>

/** What a filter is given of an input field's value. */
type Filtered<Value> = Value extends readonly unknown[]
  ? Given<Value>
  : Value extends string
    ? string extends Value
      ? Given<Value>
      : Value
    : Value

/** Filters of an input type: one line for each of its fields; the last argument is all of the filter. */
export function filtersOf<Input>(
  filters: {
    [Name in keyof Required<Input>]: (
      row: Row,
      value: Filtered<NonNullable<Input[Name]>>,
      asking: Asking,
      filter: { readonly [Other in keyof Input]?: Filtered<NonNullable<Input[Other]>> | null },
    ) => Sql
  },
): Filters {
  return filters as unknown as Filters
}

/** Fields that a later noun adds to a type. */
export interface Extension {
  readonly extends: string
  readonly fields: Readonly<Record<string, Reading>>
}
