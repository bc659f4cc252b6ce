import { type Language, label } from './enum.ts'
import type { Code } from './errors.ts'
import { ClientCode, ErrorCode } from './generated/enums.ts'

/**
 * What to tell a user about a call that failed; the code itself, when it is newer than this package.
 *
 * @example
 * import { errorLabel } from '@kinerja/sdk/labels'
 *
 * if (ApiError.is(error)) toast(errorLabel(error.code, 'id')) // Anda tidak berwenang
 */
export const errorLabel = (code: Code, language: Language): string =>
  Object.hasOwn(ErrorCode, code) ? label(ErrorCode, code, language) : label(ClientCode, code, language)
