import { CriticalityLevel, diff } from '@graphql-inspector/core'
import type { Change } from './change.ts'
import type { Contract } from './contract.ts'

/** What broke in the schema, which others have documents of their own on. What directives say about it breaks nothing. */
export const schemaChanges = async (released: Contract, current: Contract): Promise<Change[]> =>
  (await diff(released.schema, current.schema))
    .filter(({ type, criticality }) => criticality.level === CriticalityLevel.Breaking && !type.startsWith('DIRECTIVE'))
    .map(({ path, type, message }) => ({ name: path ?? type, what: message }))
