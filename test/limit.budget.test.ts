import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BadConfig, readConfig } from '../server/config.ts'
import { Account, type Lender } from '../server/limit/account.ts'
import { addressOf, networkOf } from '../server/limit/network.ts'
import type { Bucket } from '../server/limit/share.ts'

/** A database of one bucket, and instances that share it and a clock. */
function setting(bucket: Bucket) {
  let now = 0
  let level = 0
  let drained = 0
  let leases = 0
  const lender: Lender = async ({ capacity, perSecond }, need, want) => {
    leases += 1
    level = Math.max(0, level - ((now - drained) * perSecond) / 1_000)
    drained = now
    const free = capacity - level
    const granted = free >= need ? Math.min(want, free) : 0
    level += granted
    return { granted, free: free - granted }
  }
  return {
    open: () => new Account(bucket, lender, () => now),
    pass: (milliseconds: number) => {
      now += milliseconds
    },
    leases: () => leases,
  }
}

const buckets = fc.record({
  capacity: fc.integer({ min: 100, max: 10_000 }),
  perSecond: fc.integer({ min: 1, max: 1_000 }),
})
const step = fc.record({
  instance: fc.nat(2),
  costs: fc.array(fc.integer({ min: 1, max: 100 }), { maxLength: 20 }),
  pause: fc.oneof(fc.constant(0), fc.nat(500), fc.nat(20_000)),
})

test('however instances take turns, together they never spend more than the capacity and what restored', async () => {
  await fc.assert(
    fc.asyncProperty(buckets, fc.array(step, { maxLength: 60 }), async (bucket, steps) => {
      const { open, pass } = setting(bucket)
      const instances = [open(), open(), open()]
      let spent = 0
      let time = 0
      for (const { instance, costs, pause } of steps) {
        const paid = await Promise.all(costs.map((cost) => instances[instance]?.spend(cost)))
        spent += costs.filter((_, index) => paid[index]).reduce((sum, cost) => sum + cost, 0)
        expect(spent).toBeLessThanOrEqual(bucket.capacity + (bucket.perSecond * time) / 1_000 + 1e-6)
        const { remaining, limit, reset } = instances[instance]?.balance() ?? { remaining: 0, limit: 0, reset: 0 }
        expect(remaining).toBeGreaterThanOrEqual(0)
        expect(remaining).toBeLessThanOrEqual(limit)
        expect(reset).toBeLessThanOrEqual(Math.ceil(bucket.capacity / bucket.perSecond))
        pass(pause)
        time += pause
      }
    }),
    { numRuns: 300, ...(process.env['CI'] && { seed: 2026 }) },
  )
})

test('who waits as long as he is told gets what he asked for', async () => {
  await fc.assert(
    fc.asyncProperty(buckets, fc.integer({ min: 1, max: 100 }), async (bucket, cost) => {
      const { open, pass } = setting(bucket)
      const account = open()
      for (let n = 0; n < 20_000 && (await account.spend(cost)); n++);
      pass(account.retryAfter(cost) * 1_000)
      expect(await account.spend(cost)).toBe(true)
    }),
    { numRuns: 100, ...(process.env['CI'] && { seed: 2026 }) },
  )
})

test('many requests at once wait for one lease, and cheap ones need one for many', async () => {
  const { open, leases } = setting({ capacity: 100_000, perSecond: 2_000 })
  const account = open()
  expect(await Promise.all(Array.from({ length: 50 }, () => account.spend(1_000)))).not.toContain(false)
  expect(leases()).toBeLessThanOrEqual(2)
  for (let n = 0; n < 1_000; n++) await account.spend(1)
  expect(leases()).toBeLessThanOrEqual(3)
})

test('a holder without points does not trouble the database with each request', async () => {
  const { open, pass, leases } = setting({ capacity: 1_000, perSecond: 100 })
  const account = open()
  await account.spend(1_000)
  const before = leases()
  for (let n = 0; n < 1_000; n++) {
    await account.spend(5)
    pass(1)
  }
  expect(leases() - before).toBeLessThanOrEqual(11)
})

test('a share that nobody spends is lost, and the account can be forgotten', async () => {
  const { open, pass, leases } = setting({ capacity: 1_000, perSecond: 100 })
  const account = open()
  await account.spend(1)
  expect(account.isIdle()).toBe(false)
  pass(20_000)
  expect(account.isIdle()).toBe(true)
  await account.spend(1)
  expect(leases()).toBe(2)
})

test('a database that does not answer fails all who wait, and is asked again', async () => {
  let fails = true
  const account = new Account({ capacity: 100, perSecond: 10 }, async (_bucket, _need, want) => {
    if (fails) throw new Error('away')
    return { granted: want, free: 0 }
  })
  const results = await Promise.allSettled([account.spend(1), account.spend(2)])
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  fails = false
  expect(await account.spend(1)).toBe(true)
})

const request = (forwarded?: string) =>
  ({
    socket: { remoteAddress: '10.0.0.1' },
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  }) as never

test.each([
  [0, '1.2.3.4', '10.0.0.1'],
  [1, undefined, '10.0.0.1'],
  [1, '1.2.3.4', '1.2.3.4'],
  [1, '6.6.6.6, 1.2.3.4', '1.2.3.4'],
  [2, '6.6.6.6, 1.2.3.4, 10.0.0.2', '1.2.3.4'],
  [2, '1.2.3.4', '10.0.0.1'],
  [1, 'nonsense', '10.0.0.1'],
])('behind %i proxies, "%s" comes from %s', (hops, forwarded, address) => {
  expect(addressOf(request(forwarded), hops)).toBe(address)
})

test.each([
  ['1.2.3.4', '1.2.3.4'],
  ['::ffff:1.2.3.4', '1.2.3.4'],
  ['2001:db8:0:1:aaaa::1', '2001:db8:0:1'],
  ['2001:db8::1:0:0:0:1', '2001:db8:0:1'],
  ['2001:0db8:0000:0001::5', '2001:db8:0:1'],
  ['::1', '0:0:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
])('%s is in the network %s', (address, network) => {
  expect(networkOf(address)).toBe(network)
})

test.each(['BUDGET', 'BUDGET_PER_SECOND', 'TRUST_PROXY'])('%s must be a whole number in its range', (name) => {
  for (const value of ['much', '-1', '1.5', '10000000000000']) {
    expect(() => readConfig({ [name]: value })).toThrow(BadConfig)
  }
  expect(readConfig({ BUDGET: '5000', BUDGET_PER_SECOND: '50', TRUST_PROXY: '2' })).toMatchObject({
    budget: { capacity: 5_000, perSecond: 50 },
    trustedProxies: 2,
  })
})
