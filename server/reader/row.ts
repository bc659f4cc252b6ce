import { identifier, Sql } from './sql.ts'

/** A row in a statement: interpolates as its alias. Example: sql`${row}.name` or sql`${row.joined('person')}.name`. */
export class Row extends Sql {
  readonly alias: string

  constructor(alias: string) {
    super(identifier(alias).parts)
    this.alias = alias
  }

  /** The row joined to this one under that name. */
  joined(name: string): Row {
    return new Row(`${this.alias}_${name}`)
  }
}

/** What the root fields of a query belong to. */
export const nothing = new Row('nothing')
