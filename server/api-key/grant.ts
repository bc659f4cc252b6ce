import { badInput } from '../errors.ts'
import type { CreateApiKeyInput, Scope } from '../generated/schema.ts'
import { keyOf } from '../id.ts'

/** What a key is given, checked. */
export interface Grant {
  readonly name: string
  readonly office: string
  readonly scopes: Scope[]
  readonly expiresAt: Date
  readonly documentsOnly: boolean
}

/** What the input asks for, from a moment on. Refuses what no key can have. */
export function grantOf(input: CreateApiKeyInput, now: Date): Grant {
  const name = input.name.trim()
  const office = keyOf('Office', input.office, 'input.office')
  const scopes = [...new Set(input.scopes)]
  const expiresAt = input.expiresAt == null ? yearsAfter(now, 1) : new Date(input.expiresAt)
  if (name.length < 1 || name.length > 100)
    throw badInput('`input.name` is 1 to 100 characters: say what the key is for.')
  if (scopes.length === 0) throw badInput('`input.scopes` is empty: say what the key may be used for.')
  if (!(expiresAt > now)) throw badInput('`input.expiresAt` is over already: give a moment to come.')
  if (expiresAt > yearsAfter(now, 2))
    throw badInput('`input.expiresAt` is too far away: a key lives two years at most.')
  return { name, office, scopes, expiresAt, documentsOnly: input.documentsOnly ?? false }
}

function yearsAfter(now: Date, years: number): Date {
  const then = new Date(now)
  then.setUTCFullYear(then.getUTCFullYear() + years)
  return then
}
