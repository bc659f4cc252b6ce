import type { Scope, ViewerRole } from '../generated/schema.ts'

/** Who is asking, out of a verified token or API key. */
export interface Viewer {
  readonly role: `${ViewerRole}`
  /** The key of the person who signed in; null for all other roles. */
  readonly person: string | null
  /** The API key that was used; null for all roles but INTEGRATION. */
  readonly apiKey: string | null
  /** The office, by its code, at and below which an API key reaches; null for all other roles. */
  readonly office: string | null
  /** What an API key may be used for; empty for all other roles. */
  readonly scopes: readonly `${Scope}`[]
  /** Whether an API key may send trusted documents only; false for all other roles. */
  readonly documentsOnly: boolean
  readonly expiresAt: Date
}
