import { type Client, createClient } from '../client.ts'
import { coalescing } from '../coalescing.ts'
import type { ClientOptions } from '../options.ts'
import { pacing } from '../pacing.ts'
import { createMock, type Mock, type MockStart } from './mock.ts'

/** Where a mock begins, and what its client does differently. */
export interface MockOptions extends MockStart, Partial<Omit<ClientOptions, 'fetch' | 'clock'>> {}

/**
 * A client that is answered in memory, by the mock beside it: everything else, from retries to the pages of a list, is the real one.
 *
 * @example
 * const { client, mock } = createMockClient({ seed: 1 })
 * mock.on(personOperation, ({ id }) => mock.answer(personOperation, { id, name: 'Sari' }))
 * const { name } = await client.person({ id: 'per_1' }) ?? {}
 */
export const createMockClient = ({
  seed,
  now,
  use = [coalescing(), pacing()],
  ...options
}: MockOptions = {}): {
  readonly client: Client
  readonly mock: Mock
} => {
  const mock = createMock({ seed, now })
  const client = createClient({
    url: 'https://mock.example.id/graphql',
    ...options,
    use: [...use, mock.layer],
    fetch: mock.fetch,
    clock: mock.clock,
  })
  return { client, mock }
}
