import { expect, test } from 'vitest'
import { createMock, record, replay, testClock } from '../sdk/entry/testing.ts'
import {
  type ClientOptions,
  createApiKeyOperation,
  createClient,
  personOperation,
  viewerOperation,
} from '../sdk/index.ts'
import { failure } from './sdk/misbehaving.ts'

const connect = (fetch: ClientOptions['fetch']) =>
  createClient({ url: '/graphql', token: 'token-of-sari', fetch, clock: testClock() })

/** A recording of two people, one asked for twice, and of trouble. */
async function recorded() {
  const mock = createMock()
  const lines: string[] = []
  const client = connect(record(mock.fetch, (line) => lines.push(line)))
  mock.once(personOperation, mock.answer(personOperation, { name: 'Sari token-of-sari' }))
  mock.on(personOperation, ({ id }) => mock.answer(personOperation, { name: `Name of ${id}` }))
  mock.on(viewerOperation, mock.error('FORBIDDEN' as 'INTERNAL'))
  const people = [
    await client.person({ id: 'per_1', asOf: '2026-01-31' }),
    await client.person({ asOf: '2026-01-31', id: 'per_1' }),
    await client.person({ id: 'per_2' }),
  ]
  mock.flaky(['NETWORK', 503])
  await failure(client.viewer())
  return { mock, lines, people, text: lines.join('') }
}

test('a recording is answered in its order, retries included', async () => {
  const { people, lines, text } = await recorded()
  expect(lines).toHaveLength(6)
  const client = connect(replay(text))
  const first = await client.person({ asOf: '2026-01-31', id: 'per_1' })
  expect(first).toEqual({ ...people[0], name: 'Sari [redacted]' })
  expect((await failure(client.person({ id: 'per_2' }))).message).toBe(
    'person: INTERNAL: The recording holds person with other variables; asked was person (id).',
  )
  expect(await client.person({ id: 'per_1', asOf: '2026-01-31' })).toEqual(people[1])
  expect(await client.person({ id: 'per_2' })).toEqual(people[2])
  expect((await failure(client.viewer())).code).toBe('FORBIDDEN')
  expect((await failure(client.viewer())).message).toContain('The recording holds nothing more; asked was viewer')
})

test('or by what is asked, in any order and again', async () => {
  const { people, text } = await recorded()
  const client = connect(replay(text, 'BY_KEY'))
  for (const _ of 'ab') expect(await client.person({ id: 'per_2' })).toEqual(people[2])
  await client.person({ id: 'per_1', asOf: '2026-01-31' })
  for (const _ of 'ab') expect(await client.person({ id: 'per_1', asOf: '2026-01-31' })).toEqual(people[1])
  expect((await failure(client.plans())).message).toContain('The recording holds person, viewer; asked was plans')
})

test('neither tokens nor secrets are written, and no header of a request', async () => {
  const mock = createMock()
  let text = ''
  const client = connect(record(mock.fetch, (line) => (text += line)))
  const secret = ['kinerja', 'live', 'A'.repeat(22), 'B'.repeat(22)].join('_')
  const jwt = `eyJ${'a'.repeat(9)}.${'b'.repeat(9)}.${'c'.repeat(9)}`
  mock.on(
    createApiKeyOperation,
    mock.answer(createApiKeyOperation, { secret, apiKey: { name: `${jwt} token-of-sari` } }),
  )
  const office = mock.answer(createApiKeyOperation).apiKey?.office.id ?? ''
  const input = { name: 'Rapor', office, scopes: [], expiresAt: '2026-12-31T00:00:00.000Z' }
  await client.createApiKey({ input }, { idempotencyKey: 'key-of-sari', headers: { 'x-own': 'own-header' } })
  for (const hidden of ['token-of-sari', 'BBBB', jwt, 'key-of-sari', 'own-header']) expect(text).not.toContain(hidden)
  expect(text).toContain('AAAA_[redacted]')
})
