import type { ViewerRole } from '../generated/schema.ts'

/** Who is asking, out of a verified token. */
export interface Viewer {
  readonly role: `${ViewerRole}`
  /** The key of the person who signed in; null for operators and analysts. */
  readonly person: string | null
  readonly expiresAt: Date
}
