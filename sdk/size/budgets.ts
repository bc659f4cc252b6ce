/** What a program may weigh in a browser. */
export interface Budget {
  readonly name: string
  /** Bytes, minified and gzipped. */
  readonly most: number
  readonly program: string
  /** The program whose bytes do not count. */
  readonly beyond?: string
}

const core = "export { createClient } from '@kinerja/sdk/core'"

/** What stays small: one row, one promise. */
export const budgets: readonly Budget[] = [
  { name: 'core', most: 3_000, program: core },
  {
    name: 'core, lists and trees',
    most: 4_000,
    // A list brings what pages it; its own text does not count, it is an operation.
    program: `${core}; export { growTree } from '@kinerja/sdk/tree'; export { Pages } from '@kinerja/sdk/core'`,
  },
  {
    name: 'one operation more',
    most: 500,
    program: `${core}; export { personOperation } from '@kinerja/sdk/operations'`,
    beyond: core,
  },
  { name: 'core and live', most: 4_500, program: `${core}; export * from '@kinerja/sdk/live'` },
  { name: 'everything', most: 20_000, program: "export * from '@kinerja/sdk'" },
]

/** Bytes of the declarations that one module system reads, as they are. */
export const mostDeclarations = 400_000
