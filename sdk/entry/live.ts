export type { LiveOperation } from '../operation.ts'
export { notifiedOperation, planChangedOperation } from '../generated/operations.ts'
