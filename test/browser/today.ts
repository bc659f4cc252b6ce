/** What time it is for the servers and the pages of these tests: plans of 2026 are at all stages. */
export const today = new Date('2026-04-01T03:00:00Z')
