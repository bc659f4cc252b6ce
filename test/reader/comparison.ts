import type { Expected } from './interpreter.ts'
import { cursorMark } from './page.ts'

/** A server's answer. */
export interface Actual {
  readonly data?: unknown
  readonly errors?: readonly {
    readonly path?: readonly (string | number)[]
    readonly extensions?: { readonly code?: string }
  }[]
}

/** One place in a list, as the server's cursor and as the interpreter's. */
export interface CursorPair {
  readonly theirs: string
  readonly ours: string
}

/** Where the answer differs from what is expected, if anywhere; the cursors of both go into `pairs`. */
export function difference(expected: Expected, actual: Actual, pairs: CursorPair[]): string | null {
  const theirs = JSON.stringify(withoutCursors(expected.data, actual.data, pairs))
  const ours = JSON.stringify(withoutCursors(expected.data, expected.data, []))
  const errors = actual.errors ?? []
  if (theirs !== ours) {
    const got = `${around(theirs, ours)} ${errors.length ? JSON.stringify(errors) : ''}`
    return `data\n  expected ${around(ours, theirs)}\n  got      ${got}`
  }
  const wrong = errors.filter(({ path, extensions }) => {
    const codes = expected.refusals.get(String(path?.[0] ?? ''))
    return !codes?.has(extensions?.code ?? '')
  })
  const missing = [...expected.refusals.keys()].filter(
    (root) => !errors.some(({ path }) => String(path?.[0] ?? '') === root),
  )
  // without data one refusal is enough: the rest need not have been tried
  const enough = expected.data == null ? errors.length > 0 : missing.length === 0
  const dueness = [...expected.refusals].map(([root, codes]) => `${root}: ${[...codes].join(' or ')}`)
  if (!wrong.length && (enough || !expected.refusals.size)) return null
  return `errors\n  expected ${dueness.join(', ') || 'none'}\n  got      ${JSON.stringify(errors)}`
}

/** A text around the place where it begins to differ from another. */
function around(text = 'nothing', other = 'nothing'): string {
  const start = [...text].findIndex((letter, index) => letter !== [...other][index])
  const from = Math.max(0, start - 300)
  return `${from ? '…' : ''}${[...text].slice(from, start + 300).join('')}`
}

/** An answer with its cursors made alike: what is a cursor is told by the interpreter's answer. */
function withoutCursors(ours: unknown, theirs: unknown, pairs: CursorPair[]): unknown {
  if (typeof ours === 'string' && ours.startsWith(cursorMark) && typeof theirs === 'string') {
    pairs.push({ ours, theirs })
    return cursorMark
  }
  if (Array.isArray(theirs)) {
    return theirs.map((item, index) => withoutCursors(Array.isArray(ours) ? ours[index] : undefined, item, pairs))
  }
  if (typeof theirs !== 'object' || theirs === null) return theirs
  const fields = ours as Readonly<Record<string, unknown>> | null | undefined
  return Object.fromEntries(
    Object.entries(theirs).map(([key, value]) => [key, withoutCursors(fields?.[key], value, pairs)]),
  )
}
