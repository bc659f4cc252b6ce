import { expect, test } from 'vitest'
import { createClient } from '../sdk/index.ts'
import { signToken } from '../server/access/token.ts'
import { Budgets } from '../server/limit/budgets.ts'
import { ask, tokenOf } from './limit/ask.ts'
import { secret, startServer } from './support.ts'

const budget = { capacity: 1_000, perSecond: 10 }
const dear = '{ schools(first: 100) { nodes { id } } }'

test('A24: what is over the rest of the budget is refused with the time to wait, and nothing is read', async () => {
  const poor = await startServer({ budget })
  try {
    const headers = { authorization: `Bearer ${await tokenOf('OPERATOR')}`, 'x-explain': '1' }
    const first = await ask(poor.url, dear, { headers })
    expect(first.extensions?.cost).toMatchObject({ requested: 101, budget: { limit: 1_000, restorePerSecond: 10 } })
    expect(first.headers.get('x-ratelimit-limit')).toBe('1000')
    expect(Number(first.headers.get('x-ratelimit-remaining'))).toBe(first.extensions?.cost?.budget.remaining)
    expect(Number(first.headers.get('x-ratelimit-reset'))).toBeGreaterThan(0)
    const answers = await Promise.all(Array.from({ length: 30 }, () => ask(poor.url, dear, { headers })))
    const refused = answers.filter(({ status }) => status === 429)
    expect(refused.length).toBeGreaterThan(15)
    for (const refusal of refused) {
      expect(refusal.code).toBe('RATE_LIMITED')
      expect(refusal.data).toBeUndefined()
      expect(refusal.extensions?.reader?.statement ?? '').toBe('')
      expect(refusal.extensions?.cost?.requested).toBe(101)
      expect(refusal.headers.get('retry-after')).toMatch(/^[1-9]\d*$/)
    }
    // somebody else has a budget of his own
    const other = { authorization: `Bearer ${await tokenOf('ANALYST')}` }
    expect((await ask(poor.url, dear, { headers: other })).status).toBe(200)
  } finally {
    await poor.stop()
  }
})

test('A24: what is dearer than a whole budget is too large, not to be waited for', async () => {
  const poor = await startServer({ budget })
  try {
    const refusal = await ask(poor.url, '{ schools(first: 100) { nodes { id } } }')
    expect(refusal).toMatchObject({ status: 400, code: 'QUERY_TOO_LARGE' })
    expect(refusal.errors?.[0]?.message).toMatch(/101 points, and the whole budget is 100/)
  } finally {
    await poor.stop()
  }
})

test('A24: two servers on one database spend one budget', async () => {
  const one = await startServer({ budget: { capacity: 2_000, perSecond: 1 } })
  const two = await startServer({ budget: { capacity: 2_000, perSecond: 1 }, beside: one })
  try {
    const headers = { authorization: `Bearer ${await tokenOf('OPERATOR')}` }
    const start = performance.now()
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, n) => ask(n % 2 ? one.url : two.url, dear, { headers })),
    )
    const paid = answers.filter(({ status }) => status === 200).length
    expect(paid * 101).toBeLessThanOrEqual(2_000 + (performance.now() - start) / 1_000)
    expect(paid).toBeGreaterThan(10)
  } finally {
    await two.stop()
    await one.stop()
  }
})

test('strangers share the budget of their network, which a header cannot change unless a proxy is trusted', async () => {
  const limited = { capacity: 1_000, perSecond: 10 }
  const one = await startServer({ budget: limited })
  const behind = await startServer({ budget: limited, trustedProxies: 1, beside: one })
  const from = (url: string, address: string) =>
    ask(url, '{ schools(first: 40) { totalCount nodes { id } } }', { headers: { 'x-forwarded-for': address } })
  try {
    const statuses = []
    for (let n = 0; n < 10; n++) statuses.push((await from(one.url, `10.0.0.${n}`)).status)
    expect(statuses).toContain(429)
    const trusted = []
    for (let n = 0; n < 10; n++) trusted.push((await from(behind.url, `10.0.0.${n}`)).status)
    expect(trusted).not.toContain(429)
  } finally {
    await behind.stop()
    await one.stop()
  }
})

test('a person has one budget with whichever token, and the table names nobody', async () => {
  const poor = await startServer({ budget })
  try {
    const person = '01890000-0000-7000-8000-000000000001'
    const used = []
    for (const hours of [1, 2]) {
      const headers = { authorization: `Bearer ${await signToken(secret, { role: 'PERSON', person }, hours)}` }
      used.push((await ask(poor.url, dear, { headers })).extensions?.cost?.budget.remaining ?? 0)
    }
    expect(used[1]).toBeLessThanOrEqual(1_000 - 101)
    const { rows } = await poor.database.pool.query('select holder::text as holder from budget')
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toContain(Buffer.from(person).toString('hex'))
  } finally {
    await poor.stop()
  }
})

test('a request fails as without a budget when the database does not answer', async () => {
  const broken = await startServer()
  try {
    await broken.database.pool.query('drop table budget')
    expect(await ask(broken.url, '{ periods { code } }')).toMatchObject({ code: 'INTERNAL' })
  } finally {
    await broken.stop()
  }
})

test('the SDK tells that the budget is used up', async () => {
  const poor = await startServer({ budget: { capacity: 1_000, perSecond: 1 } })
  try {
    const client = createClient({ url: poor.url, token: await tokenOf('OPERATOR') })
    const spend = async () => {
      for (let n = 0; n < 20; n++) await client.schools({ first: 100 })
    }
    await expect(spend()).rejects.toMatchObject({ code: 'RATE_LIMITED' })
  } finally {
    await poor.stop()
  }
})

test('budgets that are full again are swept away', async () => {
  const own = await startServer()
  const budgets = new Budgets(own.database.pool, secret)
  try {
    await budgets.of('quick', { capacity: 100, perSecond: 1e6 }).spend(10)
    await budgets.of('slow', { capacity: 100, perSecond: 0.001 }).spend(10)
    await budgets.sweep()
    const { rows } = await own.database.pool.query('select from budget')
    expect(rows).toHaveLength(1)
  } finally {
    budgets.stop()
    await own.stop()
  }
})
