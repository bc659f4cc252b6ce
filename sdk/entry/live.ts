export { notifiedOperation, planChangedOperation } from '../generated/operations.ts'
export type { LiveOperation } from '../operation.ts'
