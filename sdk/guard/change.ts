/** Something that a program which compiled may stumble over. */
export interface Change {
  /** What the changelog calls it: an operation, or a place in the schema such as `Plan.late`. */
  readonly name: string
  readonly what: string
}
