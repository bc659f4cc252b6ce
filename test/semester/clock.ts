/** The server's clock: a run sets it. */
export const clock = { now: Date.parse('2026-01-12T02:00:00Z') }
