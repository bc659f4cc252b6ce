/** Somebody whom a developer may become in the playground. */
export interface Persona {
  readonly persona: 'office' | 'inspector' | 'principal' | 'teacher' | 'analyst' | 'operator'
  readonly name: string
  readonly place: string | null
  readonly token: string
  /**
   * What to try operations with: an id of each kind by its prefix, of rows that he or she sees. Besides, by the name of a variable, a `nip`,
   * and the `root` of a tree.
   */
  readonly ids: Readonly<Record<string, string>>
}

/** How one signs in to the pages. */
export interface WaysIn {
  /** Whom a developer may become; empty in production. */
  readonly people: readonly Persona[]
  /** Where people are sent, and what the issuer calls us; null where nobody signs in by OpenID Connect. */
  readonly issuer: { readonly authorization: string; readonly client: string } | null
}
