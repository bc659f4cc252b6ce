import type { AnyOperation } from '../operation.ts'

/** One thing that a document selects: a field, or what it asks of a narrower type. */
export type Selection =
  | { readonly kind: 'field'; readonly name: string; readonly key: string; readonly below: readonly Selection[] | null }
  | { readonly kind: 'narrowed'; readonly type: string | null; readonly below: readonly Selection[] }
  | { readonly kind: 'spread'; readonly fragment: string }

/** What a document selects, and its fragments by name. */
export interface Selected {
  readonly selections: readonly Selection[]
  readonly fragments: ReadonlyMap<string, Extract<Selection, { kind: 'narrowed' }>>
}

// Texts and comments first, so that what they hold is no token.
const tokens = /"""[\s\S]*?"""|"(?:\\.|[^"\\\n])*"|#[^\n]*|\.\.\.|[@$]?[A-Za-z_]\w*|[{}()[\]:]/g

/**
 * Reads what an operation selects, out of its text: a reader of GraphQL without arguments, variables and directives. Throws a
 * TypeError when the text ends too early or does not hold the operation.
 */
export const selectedBy = ({ name, text }: AnyOperation): Selected => {
  const left = (text.match(tokens) ?? []).filter((token) => !/^["#]/.test(token))
  let at = 0
  const next = (): string => {
    const token = left[at++]
    if (token === undefined) throw new TypeError(`${name}: the document ends too early.`)
    return token
  }
  const skip = (token: string): boolean => left[at] === token && at++ >= 0
  const skipArguments = (): void => {
    if (!skip('(')) return
    for (let depth = 1; depth > 0; ) {
      const token = next()
      depth += token === '(' ? 1 : token === ')' ? -1 : 0
    }
  }
  const skipDirectives = (): void => {
    while (left[at]?.startsWith('@')) {
      next()
      skipArguments()
    }
  }

  const readSelections = (): Selection[] => {
    const read: Selection[] = []
    skipDirectives()
    if (next() !== '{') throw new TypeError(`${name}: the document is not GraphQL.`)
    while (!skip('}')) read.push(skip('...') ? readFragment() : readField())
    return read
  }
  const readField = (): Selection => {
    const key = next()
    const field = skip(':') ? next() : key
    skipArguments()
    skipDirectives()
    return { kind: 'field', name: field, key, below: left[at] === '{' ? readSelections() : null }
  }
  const readFragment = (): Selection => {
    if (left[at] === '{' || left[at]?.startsWith('@')) return { kind: 'narrowed', type: null, below: readSelections() }
    const word = next()
    if (word === 'on') return { kind: 'narrowed', type: next(), below: readSelections() }
    skipDirectives()
    return { kind: 'spread', fragment: word }
  }

  const fragments = new Map<string, Extract<Selection, { kind: 'narrowed' }>>()
  let selections: Selection[] | undefined
  while (at < left.length) {
    const kind = next()
    const called = next()
    if (kind === 'fragment') {
      next()
      fragments.set(called, { kind: 'narrowed', type: next(), below: readSelections() })
    } else {
      skipArguments()
      const read = readSelections()
      if (called === name) selections = read
    }
  }
  if (!selections) throw new TypeError(`The document holds no operation ${name}.`)
  return { selections, fragments }
}
