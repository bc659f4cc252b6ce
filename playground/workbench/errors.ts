import { isEnumType } from 'graphql'
import { isObject } from '../../sdk/answer.ts'
import { thrownBy } from '../../sdk/codegen/codes.ts'
import { errorLabel } from '../../sdk/error-label.ts'
import { storeOf } from '../store.ts'
import { saved } from './collection.ts'
import { schema } from './schema.ts'

/** A code of an error. */
export interface Entry {
  readonly code: string
  readonly english: string
  readonly indonesian: string
  /** What it means, and what to do. */
  readonly about: string
  /** Operations that may fail with it; null for what any may fail with. */
  readonly operations: readonly string[] | null
}

/** The code that somebody wants to know about. */
export const wanted = storeOf<string | null>(null)

const common = thrownBy(schema.astNode, ...schema.extensionASTNodes)

/** All codes of the schema. */
export const catalogue: readonly Entry[] = codesOf().map(({ name, description }) => ({
  code: name,
  english: errorLabel(name, 'en'),
  indonesian: errorLabel(name, 'id'),
  about: description ?? '',
  operations: common.includes(name)
    ? null
    : [...saved.values()].filter(({ codes }) => codes.includes(name)).map((operation) => operation.name),
}))

function codesOf() {
  const type = schema.getType('ErrorCode')
  return isEnumType(type) ? type.getValues() : []
}

/** The codes of an answer's errors, each once. */
export const codesIn = (answer: unknown): readonly string[] => {
  const errors = isObject(answer) && Array.isArray(answer['errors']) ? answer['errors'].filter(isObject) : []
  return [...new Set(errors.flatMap(({ extensions }) => (isObject(extensions) ? [String(extensions['code'])] : [])))]
}
