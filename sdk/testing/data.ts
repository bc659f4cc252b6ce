/** The `data` of a response whose answer lies at a path. */
export const dataWith = (path: readonly string[], answer: unknown): unknown =>
  path.reduceRight((below, name) => ({ [name]: below }), answer)
