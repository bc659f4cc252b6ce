/** A range of days as PostGraphile gives it. */
export interface PeerRange {
  readonly start: { readonly value: string }
  readonly end: { readonly value: string } | null
}

/** The first day after it; null while it is open. */
export const until = ({ end }: PeerRange): string | null => end?.value ?? null
