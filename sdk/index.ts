export { type Client, createClient } from './client.ts'
export type { Arguments, CoreClient, Run } from './core.ts'
export { operation } from './document.ts'
export {
  AbortedError,
  ApiError,
  type Code,
  type FieldError,
  NetworkError,
  TimeoutError,
} from './errors.ts'
export type { Functions } from './generated/client.ts'
export * from './generated/operations.ts'
export { growTree, TreeError, type TreeFault } from './growth.ts'
export type { Connection, LiveOperation, Open, Operation, PagedOperation } from './operation.ts'
export type { Pages } from './pages.ts'
export type { CallOptions, ClientOptions, Token } from './request.ts'
export type { SupervisionTree, TreeVariables } from './supervision.ts'
export type { Place, Tree, TreeNode } from './tree.ts'
