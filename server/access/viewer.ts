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
  /** Whether only trusted documents may be asked; false for all roles but INTEGRATION. */
  readonly documentsOnly: boolean
  readonly expiresAt: Date
}
