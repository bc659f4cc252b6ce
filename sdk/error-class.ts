import { ApiError, type Code, type Failure } from './errors.ts'

/** The class of the errors of one code. */
export interface ErrorClass<Is extends Code> {
  new (failure: Failure): ApiError<Is>
  readonly prototype: ApiError<Is>
}

const classes = new Map<Code, ErrorClass<Code>>()

/**
 * The class of a code, the same each time. Made when it is first asked for: a bundle does without those that it does not name, and a
 * code newer than this package has one, too.
 */
export const errorClass = <Is extends Code>(code: Is): ErrorClass<Is> => {
  const known = classes.get(code)
  if (known) return known as ErrorClass<Is>
  // As text, which survives a minifier; and on the prototype, too, where the stack trace finds it.
  const name = nameOf(code)
  const made = class extends ApiError<Is> {
    static override readonly name = name
  }
  made.prototype.name = name
  classes.set(code, made)
  return made
}

/** The error of a failure, of the class of its code. */
export const failed = (failure: Failure): ApiError => new (errorClass(failure.code))(failure)

// `AbortError` is what fetch throws, and what callers look for.
const nameOf = (code: Code): string =>
  code === 'ABORTED' ? 'AbortError' : `${code.toLowerCase().replace(/(?:^|_)./g, capital)}Error`

const capital = (letter: string): string => letter.slice(-1).toUpperCase()
