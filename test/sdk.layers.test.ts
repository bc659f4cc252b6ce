import { expect, test } from 'vitest'
import { coalescing, pacing } from '../sdk/index.ts'
import { type Act, answers, failure, misbehaving, neverAnswers, quickClock, refuses } from './sdk/misbehaving.ts'

/** Knows every id that begins with `per_`, and refuses what is no id. */
const servesNodes: Act = (response, asked) => {
  const { id, ids } = asked.variables as { id?: string; ids?: string[] }
  const find = (id: string) => (id.startsWith('per_') ? { __typename: 'Person', id, name: id } : null)
  if ([id, ...(ids ?? [])].includes('no id')) return refuses('BAD_USER_INPUT')(response, asked)
  answers(ids ? { nodes: ids.map(find) } : { node: find(id ?? '') })(response, asked)
}

test('nodes that are asked for in one tick are asked for at once, each answered by its own', async () => {
  const { connect, asked } = await misbehaving(servesNodes)
  const client = connect({ use: [coalescing()] })
  const ids = Array.from({ length: 250 }, (_, i) => (i === 7 ? 'gone' : `per_${i}`))
  const found = await Promise.all(ids.map((id) => client.node({ id })))
  expect(found.map((node) => node?.id)).toEqual(ids.map((id) => (id === 'gone' ? undefined : id)))
  expect(found[7]).toBeNull()
  // they are sent at once: which one arrives first is nobody's to say
  const sizes = asked.map(({ operationName, variables }) => `${operationName} ${(variables['ids'] as []).length}`)
  expect(sizes.toSorted()).toEqual(['nodes 100', 'nodes 100', 'nodes 50'])
  await client.node({ id: 'per_1' })
  expect(asked.at(-1)?.operationName).toBe('node')
})

test('one id that is none fails alone', async () => {
  const { connect, asked } = await misbehaving(servesNodes)
  const client = connect({ use: [coalescing()] })
  const [good, bad] = await Promise.all([client.node({ id: 'per_1' }).result(), client.node({ id: 'no id' }).result()])
  expect(good).toMatchObject({ ok: true, data: { id: 'per_1' } })
  expect(!bad.ok && bad.error.code).toBe('BAD_USER_INPUT')
  expect(asked).toHaveLength(3)
})

test('what is asked twice in one tick is sent once; mutations, and calls with options of their own, are not', async () => {
  const { connect, asked } = await misbehaving(answers({ person: null, revokeApiKey: null }))
  const client = connect({ use: [coalescing()] })
  await Promise.all([client.person({ id: 'a' }), client.person({ id: 'a' }), client.person({ id: 'b' })])
  expect(asked).toHaveLength(2)
  await client.person({ id: 'a' })
  expect(asked).toHaveLength(3)
  await Promise.all([client.person({ id: 'a' }), client.person({ id: 'a' }, { headers: { 'x-app': '1' } })])
  expect(asked).toHaveLength(5)
  await Promise.all([client.revokeApiKey({ id: 'a' }), client.revokeApiKey({ id: 'a' })])
  expect(asked).toHaveLength(7)
})

test('a call with a signal goes alone, and is broken off when that is aborted', async () => {
  const { connect, asked, closed } = await misbehaving(neverAnswers, answers({ person: { name: 'Sari' } }))
  const client = connect({ use: [coalescing()] })
  const leaving = new AbortController()
  const left = client.person({ id: 'a' }, { signal: leaving.signal }).result()
  await expect.poll(() => asked.length).toBe(1)
  expect(await client.person({ id: 'a' })).toEqual({ name: 'Sari' })
  leaving.abort()
  expect(await left).toMatchObject({ ok: false, error: { code: 'ABORTED' } })
  await expect.poll(closed).toBe(2)
})

const costs = (requested: number, remaining: number, limit = 1_000) =>
  answers({ viewer: null }, { cost: { requested, nodes: 0, budget: { limit, remaining, restorePerSecond: 10 } } })

test('a call waits until the budget can pay what it cost the last time', async () => {
  const { connect } = await misbehaving(costs(100, 40), costs(100, 0), costs(100, 0))
  const { clock, slept, pass } = quickClock()
  const client = connect({ clock, use: [pacing()] })
  await client.viewer()
  expect(slept).toEqual([])
  await client.viewer()
  expect(slept).toEqual([6_000])
  pass(4_000)
  await client.viewer()
  expect(slept).toEqual([6_000, 6_000])
})

test('calls at the same time wait one after the other', async () => {
  const { connect } = await misbehaving(costs(100, 0))
  const { clock, slept } = quickClock()
  const still = { ...clock, sleep: async (milliseconds: number) => void slept.push(milliseconds) }
  const client = connect({ clock: still, use: [pacing()] })
  await client.viewer()
  await Promise.all([client.viewer(), client.viewer()])
  expect(slept).toEqual([10_000, 20_000])
})

test('nobody waits for what no budget can pay, nor for minutes: the server says what to do', async () => {
  const { connect, asked } = await misbehaving(costs(1_500, 0), costs(900, 0), refuses('RATE_LIMITED', 429))
  const { clock, slept } = quickClock()
  const client = connect({ clock, retries: 0, use: [pacing()] })
  await client.viewer()
  await client.viewer()
  expect((await failure(client.viewer())).code).toBe('RATE_LIMITED')
  expect([asked.length, slept]).toEqual([3, []])
})

test('a server that tells no cost is not waited for', async () => {
  const { connect } = await misbehaving(answers({ viewer: null }))
  const { clock, slept } = quickClock()
  const client = connect({ clock, use: [pacing()] })
  await client.viewer()
  await client.viewer()
  expect(slept).toEqual([])
})

test('layers stand in the order in which they are given', async () => {
  const { connect } = await misbehaving(answers({ viewer: null }))
  const passed: string[] = []
  const named =
    (name: string) =>
    (send: Parameters<ReturnType<typeof pacing>>[0]) =>
    (...call: Parameters<typeof send>) => {
      passed.push(name)
      return send(...call)
    }
  await connect({ use: [named('outer'), named('inner')] }).viewer()
  expect(passed).toEqual(['outer', 'inner'])
})
