import { randomUUID } from 'node:crypto'
import { isNonNullType } from 'graphql'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { type CallOptions, createClient } from '../sdk/index.ts'
import { signToken } from '../server/access/token.ts'
import { deedsOf } from '../server/idempotency/deed.ts'
import { forget } from '../server/idempotency/forget.ts'
import { makeDistrict } from './district.ts'
import { whole as contract } from './reader/sdl.ts'
import { lock } from './security/outage.ts'
import { clientOf, post, type Server, secret, server, signInOperator, startServer } from './support.ts'

beforeAll(() => server({ clock: () => new Date('2026-03-02T03:00:00Z') }))

const under = (idempotencyKey: string = randomUUID()): CallOptions => ({ idempotencyKey })

const settled = async (works: readonly Promise<unknown>[]) => {
  const outcomes = await Promise.allSettled(works)
  return outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value : outcome.reason))
}

/** Sari in her district, and what she asks for. */
async function makeSari() {
  const district = await makeDistrict()
  const sari = await district.signIn('Sari')
  const draft = { input: { assignment: district.assignment('Sari'), period: '2026' } }
  return { district, sari, draft, person: district.person('Sari').slice(4) }
}

const inJawaTimur = { input: { name: 'Dapodik', office: 'off_35', scopes: ['PLAN_READ'] as const } }

const signOperator = () => signToken(secret, { role: 'OPERATOR' }, 1)

/** An operator of a server of a test's own, on which there is one office. His keys count for his token alone. */
async function operatorOf({ url, database }: Server, token: string) {
  await database.pool.query(
    `insert into office (code, name, level) values ('35', 'Dinas', 'PROVINCE') on conflict do nothing`,
  )
  return createClient({ url, token })
}

/** What is on record that somebody did, or that was done to an API key. */
async function deedsOn(subject: string): Promise<string[]> {
  const { database } = await server()
  const { rows } = await database.pool.query<{ action: string }>(
    `select action from audit_entry where subjects @> array[$1::uuid] and action not in ('READ', 'REFUSED') order by id`,
    [subject],
  )
  return rows.map(({ action }) => action)
}

test('F1: a mutation sent again under its key is answered as before, is not done again, and is on record once', async () => {
  const { sari, draft, person } = await makeSari()
  const again = under()
  const first = await sari.draftPlan(draft, again)
  expect(await sari.draftPlan(draft, again)).toEqual(first)
  await expect(sari.draftPlan(draft)).rejects.toMatchObject({ code: 'CONFLICT' })
  expect(await deedsOn(person)).toEqual(['draftPlan'])
})

test('F1: what it changed is read as it is now, and a step that would be stale is told as taken', async () => {
  const { sari, draft } = await makeSari()
  const plan = (await sari.draftPlan(draft))?.id ?? ''
  const [once, twice] = [under(), under()]
  const content = { indicator: 'ind_POSITIVE_DISCIPLINE', behaviours: ['beh_POSITIVE_DISCIPLINE.1'] }
  expect(await sari.savePlan({ input: { plan, version: 1, content } }, once)).toMatchObject({ version: 2 })
  expect(await sari.submitPlan({ input: { plan, version: 2 } }, twice)).toMatchObject({ version: 3 })
  expect(await sari.savePlan({ input: { plan, version: 1, content } }, once)).toMatchObject({
    version: 3,
    status: 'SUBMITTED',
  })
})

test('F1: of fifty at once under one key one is done, and all of them tell of that one', async () => {
  const { sari, draft, person } = await makeSari()
  const again = under()
  const answers = await settled(Array.from({ length: 50 }, () => sari.draftPlan(draft, again)))
  const ids = new Set(answers.map((answer) => Object(answer).id).filter((id) => id !== undefined))
  expect(ids.size).toBe(1)
  // whoever waits too long for a connection is told to ask again
  for (const answer of answers)
    if (Object(answer).id === undefined) expect(answer).toMatchObject({ code: 'SERVICE_UNAVAILABLE', status: 503 })
  expect(await deedsOn(person)).toEqual(['draftPlan'])
})

test('F1: a secret is told once: whoever asks again hears that it was done, and no second key is made', async () => {
  const { office } = await makeDistrict()
  const operator = await signInOperator()
  const input = { name: 'Dapodik', office, scopes: ['PLAN_READ'] as const }
  const [making, rotating] = [under(), under()]
  const told = [await operator.createApiKey({ input }, making)]
  const done = { code: 'CONFLICT', message: expect.stringMatching(/its secret was told once/) }
  await expect(operator.createApiKey({ input }, making)).rejects.toMatchObject(done)
  const id = told[0]?.apiKey?.id ?? ''
  told.push(await operator.rotateApiKey({ id }, rotating))
  await expect(operator.rotateApiKey({ id }, rotating)).rejects.toMatchObject(done)
  expect((await operator.apiKeys({ office })).totalCount).toBe(2)
  const { database } = await server()
  const { rows } = await database.pool.query<{ row: string }>('select idempotency::text as row from idempotency')
  const kept = rows.map(({ row }) => row).join('\n')
  for (const { secret } of told) expect(kept).not.toContain(secret.slice(-20))
  expect(kept).not.toContain(making.idempotencyKey)
})

test('F1: the answer is lost on the way: the SDK asks again, and it was done once', async () => {
  const { district, draft, person } = await makeSari()
  const keys: (string | null)[] = []
  const losing: typeof fetch = async (address, init) => {
    keys.push(new Headers(init?.headers).get('idempotency-key'))
    const response = await fetch(address, init)
    if (keys.length === 1) throw new TypeError('The connection broke.')
    return response
  }
  const token = await signToken(secret, { role: 'PERSON', person }, 1)
  const sari = createClient({ url: (await server()).url, token, fetch: losing })
  expect(await sari.draftPlan(draft)).toMatchObject({ version: 1 })
  expect(keys).toHaveLength(2)
  expect(keys[0]).toMatch(/^\d+(-\d+){3}$/)
  expect(keys[1]).toBe(keys[0])
  expect(await deedsOn(district.person('Sari').slice(4))).toEqual(['draftPlan'])
})

test('F1: a twin, on another server too, waits while the first is under way; if that takes too long it is told to ask again', async () => {
  const hasty = await startServer({}, { lock_timeout: 200 })
  onTestFinished(hasty.stop)
  const patient = await startServer({ beside: hasty }, { statement_timeout: 60_000, lock_timeout: 60_000 })
  onTestFinished(patient.stop)
  const token = await signOperator()
  const [asking, waiting] = [await operatorOf(hasty, token), await operatorOf(patient, token)]
  const id = (await asking.createApiKey(inJawaTimur)).apiKey?.id ?? ''
  const again = under()
  // who is first holds the key, and waits for this table
  const { hasWaiting, release } = await lock(hasty.databaseUrl, 'api_key')
  const first = waiting.revokeApiKey({ id }, again)
  await hasWaiting(1)
  await expect(asking.revokeApiKey({ id }, { ...again, retries: 0 })).rejects.toMatchObject({
    code: 'SERVICE_UNAVAILABLE',
    status: 503,
  })
  const twin = waiting.revokeApiKey({ id }, again)
  await hasWaiting(2)
  await release()
  const { revokedAt } = (await first) ?? {}
  expect(revokedAt).toEqual(expect.any(Date))
  for (const answer of [await twin, await asking.revokeApiKey({ id }, again)])
    expect(answer).toMatchObject({ revokedAt })
  const { rows } = await hasty.database.pool.query(`select from audit_entry where action = 'revokeApiKey'`)
  expect(rows).toHaveLength(1)
})

test('F2: a key that was used for another document or other variables is refused, and nothing is done', async () => {
  const { sari, draft, person, district } = await makeSari()
  const again = under()
  const plan = (await sari.draftPlan(draft, again))?.id ?? ''
  const other = { code: 'BAD_USER_INPUT', message: expect.stringMatching(/used for another request/) }
  await expect(sari.submitPlan({ input: { plan, version: 1 } }, again)).rejects.toMatchObject(other)
  const later = { input: { assignment: district.assignment('Sari'), period: '2025-2' } }
  await expect(sari.draftPlan(later, again)).rejects.toMatchObject(other)
  expect(await deedsOn(person)).toEqual(['draftPlan'])
})

test('F2: a key counts for its holder alone', async () => {
  const { district, sari, draft } = await makeSari()
  const again = under()
  await sari.draftPlan(draft, again)
  const budi = await district.signIn('Budi')
  await expect(budi.draftPlan(draft, again)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  const input = { assignment: district.assignment('Budi'), period: '2026' }
  expect(await budi.draftPlan({ input }, again)).toMatchObject({ version: 1 })
})

test('F3: a mutation that was refused is not remembered: asked again it is tried again', async () => {
  const { sari, draft, district } = await makeSari()
  const plan = (await sari.draftPlan(draft))?.id ?? ''
  const again = under()
  const submit = () => sari.submitPlan({ input: { plan, version: 2 } }, again)
  await expect(submit()).rejects.toMatchObject({ code: 'CONFLICT' })
  const content = { indicator: 'ind_POSITIVE_DISCIPLINE', behaviours: ['beh_POSITIVE_DISCIPLINE.1'] }
  await sari.savePlan({ input: { plan, version: 1, content } })
  expect(await submit()).toMatchObject({ status: 'SUBMITTED', version: 3 })
  expect(await deedsOn(district.person('Sari').slice(4))).toEqual(['draftPlan', 'savePlan', 'submitPlan'])
})

test('F3: of several mutations of a document those that were done are not done again, and the others are', async () => {
  const { sari, draft, person } = await makeSari()
  const plan = (await sari.draftPlan(draft))?.id ?? ''
  const query = `mutation ($plan: ID!) {
    first: submitPlan(input: { plan: $plan, version: 2 }) { plan { version } }
    second: withdrawPlan(input: { plan: $plan, version: 3 }) { plan { version } }
    third: submitPlan(input: { plan: $plan, version: 5 }) { plan { version } }
  }`
  const headers = {
    authorization: `Bearer ${await signToken(secret, { role: 'PERSON', person }, 1)}`,
    'idempotency-key': randomUUID(),
  }
  const ask = async () => JSON.parse((await post(JSON.stringify({ query, variables: { plan } }), headers)).text)
  const content = { indicator: 'ind_POSITIVE_DISCIPLINE', behaviours: ['beh_POSITIVE_DISCIPLINE.1'] }
  expect(await ask()).toMatchObject({ data: null, errors: [{ path: ['first'], extensions: { currentVersion: 1 } }] })
  await sari.savePlan({ input: { plan, version: 1, content } })
  expect(await ask()).toMatchObject({ data: null, errors: [{ path: ['third'], extensions: { currentVersion: 4 } }] })
  await sari.savePlan({ input: { plan, version: 4, content } })
  expect(await ask()).toMatchObject({
    data: { first: { plan: { version: 5 } }, second: { plan: { version: 5 } }, third: { plan: { version: 6 } } },
  })
  expect(await deedsOn(person)).toEqual([
    'draftPlan',
    'savePlan',
    'submitPlan',
    'withdrawPlan',
    'savePlan',
    'submitPlan',
  ])
})

test('a mutation that fails ends its document: no place under the key is left out', () => {
  const fields = Object.values(contract.getMutationType()?.getFields() ?? {})
  expect(fields.filter(({ type }) => !isNonNullType(type)).map(({ name }) => name)).toEqual([])
})

test('F4: a day later a key is a new one, and is forgotten', async () => {
  const own = await startServer()
  onTestFinished(own.stop)
  const operator = await operatorOf(own, await signOperator())
  const age = (hours: number) =>
    own.database.pool.query('update idempotency set at = at - make_interval(hours => $1)', [hours])
  const kept = async () => {
    await forget(own.pool)
    return (await own.database.pool.query('select from idempotency')).rowCount
  }
  const again = under()
  await operator.createApiKey(inJawaTimur, again)
  await age(23)
  expect(await kept()).toBe(1)
  await expect(operator.createApiKey(inJawaTimur, again)).rejects.toMatchObject({ code: 'CONFLICT' })
  await age(1)
  await operator.createApiKey(inJawaTimur, again)
  await expect(operator.createApiKey(inJawaTimur, again)).rejects.toMatchObject({ code: 'CONFLICT' })
  expect((await operator.apiKeys()).totalCount).toBe(2)
  await age(26)
  expect(await kept()).toBe(0)
})

test.each([
  ['of 256 characters', 'k'.repeat(256)],
  ['with a space', 'a b'],
  ['that is empty', ''],
])('F4: a key %s is refused with what to do, and nothing is done', async (_, idempotencyKey) => {
  const { sari, draft, person } = await makeSari()
  await expect(sari.draftPlan(draft, { idempotencyKey })).rejects.toMatchObject({
    code: 'BAD_USER_INPUT',
    message: expect.stringMatching(/1 to 255 visible ASCII characters/),
  })
  expect(await deedsOn(person)).toEqual([])
  expect(await sari.draftPlan(draft, under('k'.repeat(255)))).toMatchObject({ version: 1 })
})

test('a query passes the header by, whatever it holds', async () => {
  const client = await clientOf()
  expect(await client.periods({ headers: { 'idempotency-key': 'a b' } })).not.toHaveLength(0)
})

const asking = { header: 'key', holder: 'person 1', body: { query: 'mutation { a }', variables: { a: 1, b: [2, 3] } } }
const deed = (change: object = {}, signing = 'secret') => deedsOf({ ...asking, ...change }, signing)()

test('a deed is known by its holder, key and place, and what is asked by all that counts', () => {
  const { key, fingerprint } = deed() ?? {}
  const same = { query: 'mutation { a }', operationName: null, variables: { b: [2, 3], a: 1 }, extensions: { x: 1 } }
  expect(deed({ body: same })).toEqual({ key, fingerprint })
  const asked = [
    { query: 'mutation { b }' },
    { operationName: 'a' },
    { variables: { a: 1, b: [3, 2] } },
    { variables: null },
  ].map((other) => deed({ body: { ...asking.body, ...other } }))
  for (const each of asked) expect(each?.key).toEqual(key)
  expect(
    new Set([fingerprint, ...asked.map((each) => each?.fingerprint)].map((hash) => hash?.toString('hex'))).size,
  ).toBe(5)
  const deeds = deedsOf(asking, 'secret')
  deeds()
  const keys = [deed({ header: 'Key' }), deed({ holder: 'person 2' }), deed({}, 'other'), deeds()]
  expect(new Set([key, ...keys.map((each) => each?.key)].map((hash) => hash?.toString('hex'))).size).toBe(5)
  expect(deed({ header: undefined })).toBeUndefined()
})

test('A18: variables of 45,000 levels are refused, not stumbled over', () => {
  const deep = JSON.parse(`${'['.repeat(45_000)}${']'.repeat(45_000)}`)
  expect(() => deed({ body: { ...asking.body, variables: { deep } } })).toThrow(/too deep/)
})
