import { vi } from 'vitest'

// a busy machine takes longer than the second that vitest waits by itself; as long as `expect.poll` does
const patience = 20_000

const { waitFor, waitUntil } = vi
vi.waitFor = (check, options = patience) => waitFor(check, options)
vi.waitUntil = (check, options = patience) => waitUntil(check, options)
