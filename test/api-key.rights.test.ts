import { expect, test } from 'vitest'
import { createClient } from '../sdk/index.ts'
import { makeKey, signInWith } from './api-key/make-key.ts'
import { appoint, makeDistrict } from './district.ts'
import { clientOf, post, server, signInOperator } from './support.ts'

const none = 'key_01890000-0000-7000-8000-000000000000'

test('an administrator makes keys for his office and those below it, and for no other', async () => {
  const [district, other] = [await makeDistrict(), await makeDistrict()]
  await appoint('Dewi', district)
  const dewi = await district.signIn('Dewi')
  const input = { name: 'Dapodik', office: district.office, scopes: ['PLAN_READ'] } as const
  const { apiKey } = await dewi.createApiKey({ input })
  expect(apiKey).toMatchObject({ createdBy: { name: 'Dewi' } })
  await expect(dewi.createApiKey({ input: { ...input, office: other.office } })).rejects.toMatchObject({
    code: 'FORBIDDEN',
  })
  await appoint('Dewi', district, { office: other.province.slice(4) })
  expect((await dewi.createApiKey({ input: { ...input, office: other.office } })).apiKey?.office.code).toBe(other.code)
})

test('an administrator of yesterday or tomorrow is none', async () => {
  const district = await makeDistrict()
  await appoint('Dewi', district, { until: '2024-01-01' })
  await appoint('Sari', district, { from: '2099-01-01' })
  const input = { name: 'Dapodik', office: district.office, scopes: ['PLAN_READ'] } as const
  for (const name of ['Dewi', 'Sari'] as const) {
    const person = await district.signIn(name)
    await expect(person.createApiKey({ input })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect((await person.apiKeys()).totalCount).toBe(0)
  }
})

test('only operators give the scope to import, by rotation neither', async () => {
  const district = await makeDistrict()
  await appoint('Dewi', district)
  const dewi = await district.signIn('Dewi')
  const operator = await signInOperator()
  const input = { name: 'Import', office: district.office, scopes: ['PLAN_READ', 'IMPORT_WRITE'] } as const
  await expect(dewi.createApiKey({ input })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  const id = (await operator.createApiKey({ input })).apiKey?.id ?? ''
  await expect(dewi.rotateApiKey({ id })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  expect((await dewi.revokeApiKey({ id }))?.revokedAt).not.toBeNull()
})

test('whoever may not know of a key is told what is told of one that is not there', async () => {
  const [district, other] = [await makeDistrict(), await makeDistrict()]
  await appoint('Dewi', other)
  const { apiKey } = await makeKey(district.office)
  for (const person of [await district.signIn('Ratna'), await other.signIn('Dewi')]) {
    expect(await person.node({ id: apiKey.id })).toBeNull()
    expect((await person.apiKeys({ office: district.office })).totalCount).toBe(0)
    const told = await Promise.allSettled(
      [apiKey.id, none].flatMap((id) => [person.rotateApiKey({ id }), person.revokeApiKey({ id })]),
    )
    const [rotating, revoking, ...ofNone] = told.map((each) => each.status === 'rejected' && each.reason.message)
    expect([rotating, revoking]).toEqual(ofNone)
    expect(rotating).toMatch(/NOT_FOUND/)
  }
})

test('C9: strangers, analysts and keys change nothing, whatever their scopes', async () => {
  const district = await makeDistrict()
  const operator = await signInOperator()
  const scopes = ['SUPERVISION_READ', 'PLAN_READ', 'APPRAISAL_READ', 'EVIDENCE_READ', 'IMPORT_WRITE'] as const
  const input = { name: 'All', office: district.office, scopes }
  const { apiKey, secret } = await operator.createApiKey({ input })
  const id = apiKey?.id ?? ''
  const expected = [
    [await signInWith(secret), 'FORBIDDEN'],
    [await clientOf({ role: 'ANALYST' }), 'FORBIDDEN'],
    [await clientOf(), 'UNAUTHENTICATED'],
  ] as const
  for (const [client, code] of expected) {
    await expect(client.createApiKey({ input })).rejects.toMatchObject({ code })
    await expect(client.rotateApiKey({ id })).rejects.toMatchObject({ code })
    await expect(client.revokeApiKey({ id })).rejects.toMatchObject({ code })
  }
  expect((await operator.apiKeys({ office: district.office })).nodes).toMatchObject([{ id, revokedAt: null }])
})

test('a key for trusted documents is answered what the SDK asks, and nothing else', async () => {
  const { office } = await makeDistrict()
  const operator = await signInOperator()
  const { secret } = await operator.createApiKey({
    input: { name: 'Kiosk', office, scopes: ['SUPERVISION_READ'], documentsOnly: true },
  })
  const program = createClient({ url: (await server()).url, token: secret })
  expect((await program.viewer())?.role).toBe('INTEGRATION')
  const own = await post(JSON.stringify({ query: '{ viewer { role } }' }), { authorization: `Bearer ${secret}` })
  expect(own.status).toBe(403)
  expect(own.text).toContain('"FORBIDDEN"')
})

test('C9: a key of one office reads nobody of another', async () => {
  const [here, there] = [await makeDistrict(), await makeDistrict()]
  const { secret } = await makeKey(here.office)
  const program = createClient({ url: (await server()).url, token: secret })
  expect(await program.assignment({ id: here.assignment('Sari') })).toMatchObject({ person: { name: 'Sari' } })
  await expect(program.assignment({ id: there.assignment('Sari') })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect((await program.teachers({ filter: { office: there.office } })).totalCount).toBe(0)
})
