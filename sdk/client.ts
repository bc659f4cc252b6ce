import { coalescing } from './coalescing.ts'
import { type CoreClient, createClient as createCore } from './core.ts'
import { type Functions, functions } from './generated/client.ts'
import type { SupervisionTreeNode } from './generated/operations.ts'
import type { CallOptions, ClientOptions } from './options.ts'
import { pacing } from './pacing.ts'
import { readTree, readTreeDifference, type TreeDifferenceVariables, type TreeVariables } from './supervision.ts'
import type { TreeCall } from './tree-call.ts'
import type { TreeDifference } from './tree-difference.ts'
import { type Watches, watches } from './watched.ts'

/** A client with a function for each operation. */
export interface Client extends CoreClient, Functions, Watches {
  /**
   * Everybody below an assignment on a day (default: today), as a tree; null when the root is not in office on that day.
   * Throws an ApiError (NOT_FOUND: no root that you may see), or a TreeError when the tree changed while it was read.
   *
   * @example
   * const tree = await client.tree({ root: head.id, asOf: '2026-01-31' })
   * for (const node of tree?.walk() ?? []) console.log(node.depth, node.value.assignment.person.name)
   */
  tree(variables: TreeVariables, options?: CallOptions): TreeCall
  /**
   * Who came below an assignment, went, or stands below somebody else, from one day to another (default: today). Throws as `tree` does.
   *
   * @example
   * const { added, removed, moved } = await client.treeDifference({ root: head.id, from: '2025-12-31' })
   */
  treeDifference(
    variables: TreeDifferenceVariables,
    options?: CallOptions,
  ): Promise<TreeDifference<SupervisionTreeNode>>
}

/**
 * Makes a client. It keeps no connection and no cache; one is enough for a program. Unless told otherwise (`use`) it coalesces and paces
 * its calls.
 *
 * @example
 * const client = createClient({ url: 'https://kinerja.example/graphql', token: () => session.token })
 * for await (const teacher of client.teachers({ filter: { employment: ['PPPK'] } })) console.log(teacher.person.name)
 */
export const createClient = (options: ClientOptions): Client => {
  const { run } = createCore({ use: [coalescing(), pacing()], ...options })
  return {
    ...functions(run),
    ...watches(run),
    run,
    tree: (variables, callOptions) => readTree(run, variables, callOptions),
    treeDifference: (variables, callOptions) => readTreeDifference(run, variables, callOptions),
  }
}
