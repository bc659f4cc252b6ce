import type { ConstDirectiveNode, GraphQLSchema } from 'graphql'
import { Kind } from 'graphql'

/** Something of a schema as it is written, with all that extends it. */
type Written = { readonly directives?: readonly ConstDirectiveNode[] | undefined } | null | undefined

/** The codes that `@throws` says of something. */
export const thrownBy = (...nodes: readonly Written[]): string[] =>
  nodes
    .flatMap((node) => node?.directives ?? [])
    .filter(({ name }) => name.value === 'throws')
    .flatMap(({ arguments: given = [] }) => given)
    .flatMap(({ value }) => (value.kind === Kind.LIST ? value.values : []))
    .flatMap((value) => (value.kind === Kind.ENUM ? [value.value] : []))

/** The codes of any request, which stand at the schema itself. */
export const commonCodes = (schema: GraphQLSchema): string[] =>
  sorted(thrownBy(schema.astNode, ...schema.extensionASTNodes))

/** Each once, in the order of the alphabet. */
export const sorted = (codes: Iterable<string>): string[] => [...new Set(codes)].sort()
