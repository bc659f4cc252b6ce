import { expect, test, vi } from 'vitest'
import { makeKey, signInWith } from './api-key/make-key.ts'
import { makeDistrict } from './district.ts'
import { server, signInOperator } from './support.ts'

const inAYear = (years = 1) => new Date(Date.now() + years * 365 * 24 * 60 * 60 * 1000 - 60_000)

test('a program signs in with the key that an operator made for it', async () => {
  const district = await makeDistrict()
  const { apiKey, secret, program } = await makeKey(district.office)
  expect(apiKey).toMatchObject({
    name: 'Dapodik',
    scopes: ['SUPERVISION_READ'],
    office: { code: district.code },
    documentsOnly: false,
    createdBy: null,
    lastUsedAt: null,
    revokedAt: null,
  })
  expect(secret).toMatch(/^kinerja_live_[0-9A-Za-z]{22}_[0-9A-Za-z]{49}$/)
  expect(secret.startsWith(apiKey.hint)).toBe(true)
  expect(await program.viewer()).toMatchObject({ role: 'INTEGRATION', person: null, expiresAt: apiKey.expiresAt })
})

test('the use of a key is noted, afterwards and not each time', async () => {
  const district = await makeDistrict()
  const { operator, program } = await makeKey(district.office)
  await Promise.all([program.viewer(), program.viewer()])
  const lastUsedAt = async () => (await operator.apiKeys({ office: district.office })).nodes[0]?.lastUsedAt
  await vi.waitUntil(lastUsedAt)
  const first = await lastUsedAt()
  await program.viewer()
  expect(await lastUsedAt()).toEqual(first)
})

test('a key is rotated: the second works beside the first until that is revoked', async () => {
  const district = await makeDistrict()
  const { operator, apiKey, program } = await makeKey(district.office)
  const rotated = await operator.rotateApiKey({ id: apiKey.id })
  const second = await signInWith(rotated.secret)
  expect(rotated.previous).toMatchObject({ id: apiKey.id, revokedAt: null })
  expect(rotated.apiKey).toMatchObject({ name: 'Dapodik', scopes: apiKey.scopes, office: { code: district.code } })
  expect(rotated.apiKey?.id).not.toBe(apiKey.id)
  for (const client of [program, second]) expect(await client.viewer()).toMatchObject({ role: 'INTEGRATION' })

  await expect(operator.rotateApiKey({ id: rotated.apiKey?.id ?? '' })).rejects.toMatchObject({ code: 'CONFLICT' })
  await operator.revokeApiKey({ id: apiKey.id })
  await expect(operator.rotateApiKey({ id: apiKey.id })).rejects.toMatchObject({ code: 'CONFLICT' })
  expect((await operator.rotateApiKey({ id: rotated.apiKey?.id ?? '' })).previous?.id).toBe(rotated.apiKey?.id)
})

test('F7: of several rotations at once one succeeds', async () => {
  const district = await makeDistrict()
  const { operator, apiKey } = await makeKey(district.office)
  const rotations = await Promise.allSettled([1, 2, 3, 4].map(() => operator.rotateApiKey({ id: apiKey.id })))
  expect(rotations.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect((await operator.apiKeys({ office: district.office })).totalCount).toBe(2)
})

test('a revoked key is refused soon, and to revoke it again does no harm', async () => {
  const district = await makeDistrict()
  const { operator, apiKey, program } = await makeKey(district.office)
  await program.viewer()
  const revoked = await operator.revokeApiKey({ id: apiKey.id })
  expect(revoked?.revokedAt).not.toBeNull()
  const refusal = () =>
    program.viewer().then(
      () => null,
      (error: unknown) => error,
    )
  expect(await vi.waitUntil(refusal)).toMatchObject({ code: 'UNAUTHENTICATED' })
  expect(await operator.revokeApiKey({ id: apiKey.id })).toEqual({ ...revoked, lastUsedAt: expect.anything() })
})

test.each([
  ['without a name', { name: '  ' }, /name/],
  ['with a name too long', { name: 'x'.repeat(101) }, /100 characters/],
  ['without scopes', { scopes: [] }, /scopes/],
  ['that has ended', { expiresAt: '2020-01-01T00:00:00.000Z' }, /over already/],
  ['for three years', { expiresAt: inAYear(3) }, /two years/],
  ['for a school', { office: 'sch_50000001' }, /expected an office, got a school/],
])('a key %s is refused', async (_, wrong, message) => {
  const operator = await signInOperator()
  const { office } = await makeDistrict()
  const input = { name: 'Dapodik', office, scopes: ['PLAN_READ'] as const, ...wrong }
  await expect(operator.createApiKey({ input })).rejects.toMatchObject({
    code: 'BAD_USER_INPUT',
    message: expect.stringMatching(message),
  })
})

test('a key lives a year unless told otherwise, and up to two', async () => {
  const { office } = await makeDistrict()
  const aYearOn = () => new Date().setUTCFullYear(new Date().getUTCFullYear() + 1)
  const [earliest, { operator, apiKey }, latest] = [aYearOn(), await makeKey(office), aYearOn()]
  expect(apiKey.expiresAt.getTime()).toBeGreaterThanOrEqual(earliest)
  expect(apiKey.expiresAt.getTime()).toBeLessThanOrEqual(latest)
  const input = { name: 'Long', office, scopes: ['PLAN_READ'] as const, expiresAt: inAYear(2), documentsOnly: true }
  const long = (await operator.createApiKey({ input })).apiKey
  expect(long).toMatchObject({ expiresAt: input.expiresAt, documentsOnly: true })
})

test('a key for an office that is not there is refused', async () => {
  const operator = await signInOperator()
  const input = { name: 'Dapodik', office: 'off_99', scopes: ['PLAN_READ'] as const }
  await expect(operator.createApiKey({ input })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('keys are listed newest first, page by page, of an office and those below it', async () => {
  const district = await makeDistrict()
  const { operator } = await makeKey(district.office, 'first')
  await makeKey(district.office, 'second')
  const keys = await operator.apiKeys({ office: district.office, first: 1 }).toArray({ limit: 5 })
  expect(keys.map(({ name }) => name)).toEqual(['second', 'first'])
  const above = await operator.apiKeys({ office: district.province.replace('are_', 'off_') }).toArray({ limit: 100 })
  expect(above.map(({ id }) => id)).toEqual(expect.arrayContaining(keys.map(({ id }) => id)))
})

test('C8: the database keeps nothing that anybody could sign in with', async () => {
  const district = await makeDistrict()
  const { apiKey, secret } = await makeKey(district.office)
  const { database } = await server()
  const { rows } = await database.pool.query('select api_key::text as row from api_key where id = $1', [
    apiKey.id.slice(4),
  ])
  const [, , , tail = ''] = secret.split('_')
  expect(tail).toHaveLength(49)
  expect(rows[0].row).not.toContain(tail.slice(0, 43))
  expect(rows[0].row).not.toContain(Buffer.from(secret).toString('hex'))
})
