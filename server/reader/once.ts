import { commas, identifier, type Sql, sql } from './sql.ts'

/** What a statement looks up once, however many of its conditions want it. */
export class Once {
  private readonly queries: Sql[] = []

  /** A query of one column, as a query for its rows. */
  rows(query: Sql): Sql {
    return sql`select value from ${this.named(query)}`
  }

  /** The same as an array of a type, for `any`. */
  array(query: Sql, type: 'uuid' | 'text'): Sql {
    const values = this.named(sql`select array(${query})`)
    return sql`any((select value from ${values})::${identifier(type)}[])`
  }

  /** What the statement begins with. */
  get first(): Sql {
    const named = this.queries.map((query, index) => sql`${nameOf(index)} (value) as materialized (${query})`)
    return named.length ? sql`with ${commas(named)} ` : sql``
  }

  private named(query: Sql): Sql {
    const known = this.queries.findIndex((other) => isSame(query, other))
    return nameOf(known < 0 ? this.queries.push(query) - 1 : known)
  }
}

const nameOf = (index: number): Sql => identifier(`once ${index}`)

const isSame = ({ parts }: Sql, other: Sql): boolean =>
  parts.length === other.parts.length && parts.every((part, index) => part === other.parts[index])
