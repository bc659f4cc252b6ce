export { type Enum, type Language, label } from '../enum.ts'
export { errorLabel } from '../error-label.ts'
export * from '../generated/enums.ts'
