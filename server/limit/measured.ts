/** How much an operation asks for. */
export interface Measured {
  /** Fields below each other, at most. */
  readonly depth: number
  /** Fields with an alias, and root fields; a fragment's count wherever it is spread. */
  readonly aliases: number
  readonly directives: number
  /** Rows of pages that the answer can hold. */
  readonly nodes: number
  /** Points. */
  readonly cost: number
  /** Whether it asks for the schema. */
  readonly introspects: boolean
}

/** Of nothing at all. */
export const nothing: Measured = { depth: 0, aliases: 0, directives: 0, nodes: 0, cost: 0, introspects: false }

/** One beside the other. */
export const plus = (one: Measured, other: Measured): Measured => ({
  depth: Math.max(one.depth, other.depth),
  aliases: one.aliases + other.aliases,
  directives: one.directives + other.directives,
  nodes: one.nodes + other.nodes,
  cost: one.cost + other.cost,
  introspects: one.introspects || other.introspects,
})

/** Either the one or the other: whichever is more, each for itself. */
export const most = (one: Measured, other: Measured): Measured => ({
  depth: Math.max(one.depth, other.depth),
  aliases: Math.max(one.aliases, other.aliases),
  directives: Math.max(one.directives, other.directives),
  nodes: Math.max(one.nodes, other.nodes),
  cost: Math.max(one.cost, other.cost),
  introspects: one.introspects || other.introspects,
})
