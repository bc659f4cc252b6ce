import pg from 'pg'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { signToken } from '../../server/access/token.ts'
import { appoint, makeDistrict } from '../district.ts'
import { post, secret, server, signInOperator } from '../support.ts'
import { metacharacters } from './naughty.ts'

// planning of 2026 has no calendar that a source gives: it is open all year
beforeAll(() => server({ clock: () => new Date('2026-03-02T03:00:00Z') }))

const none = 'key_77777777-0000-7000-8000-000000000000'
const naughty = `zebra ${metacharacters.join(' ').slice(0, 80)}`
const marks = /zebra|77777777/

afterEach(() => vi.restoreAllMocks())

/** A statement without its string literals, as PostgreSQL reads them. */
const withoutLiterals = (text: string) =>
  text.replace(/\bE'(?:[^'\\]|\\.|'')*'|'(?:[^']|'')*'/gs, '?').replace(/\s+/g, ' ')

test('D14: what a mutation brings is a literal or a parameter of its statements, and no more', async () => {
  const { pool } = await server()
  expect((await pool.query('show standard_conforming_strings')).rows).toEqual([{ standard_conforming_strings: 'on' }])
  const district = await makeDistrict()
  await appoint('Dewi', district)
  const dewi = await district.signIn('Dewi')
  const query = vi.spyOn(pg.Client.prototype, 'query')
  for (const name of [naughty, ...metacharacters.map((text) => `zebra ${text} zebra`)]) {
    const input = { name, office: district.office, scopes: ['PLAN_READ'] } as const
    expect((await dewi.createApiKey({ input })).apiKey?.name).toBe(name)
  }
  await expect(dewi.rotateApiKey({ id: none })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(dewi.revokeApiKey({ id: none })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  const sari = await district.signIn('Sari')
  const plan = none.replace('key', 'pln')
  const content = { duties: [{ name: naughty, decree: naughty }] }
  const drafted = await sari.draftPlan({ input: { assignment: district.assignment('Sari'), period: '2026', content } })
  expect(drafted?.content?.duties).toEqual([{ name: naughty.trim(), decree: naughty.trim() }])
  await expect(sari.submitPlan({ input: { plan, version: 1, note: naughty } })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
  await expect(sari.markNotificationsRead({ ids: [none.replace('key', 'ntf')] })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
  const evidence = none.replace('key', 'evd')
  const document = { kind: 'REPORT', title: naughty, issuer: naughty, date: '2026-01-05', statement: naughty } as const
  await (await server()).database.pool.query(`update plan set status = 'AGREED' where id = $1`, [drafted?.id.slice(4)])
  const subject = { duty: naughty }
  const proved = await sari.attachEvidence({ input: { plan: drafted?.id ?? '', subject, document } })
  expect(proved).toMatchObject({ title: naughty.trim(), statement: naughty.trim(), duty: naughty.trim() })
  await expect(sari.withdrawEvidence({ input: { evidence, version: 1, note: naughty } })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
  const catalogue = {
    period: '2026',
    catalogue: 'zebra',
    activities: [{ name: naughty, positions: ['TEACHER'], sources: [naughty], certainty: 'UNCONFIRMED' }],
  } as const
  await (await signInOperator()).importActivityCatalogue({ input: structuredClone(catalogue) as never })
  const opening = { period: '2026', stage: 'PLANNING', office: district.office, until: '2026-04-01' } as const
  const extension = await (await signInOperator()).extendWindow({ input: { ...opening, reason: naughty } })
  expect(extension?.reason).toBe(naughty.trim())
  const asked: readonly (readonly unknown[])[] = query.mock.calls
  const texts = asked.map(([first]) => (typeof first === 'string' ? first : String(Object(first).text)))
  const marked = texts.filter((text) => marks.test(text))
  expect(marked.length).toBeGreaterThan(metacharacters.length)
  expect(marked.map(withoutLiterals).filter((text) => marks.test(text))).toEqual([])
  const keys = marked.filter((text) => /^insert into "api_key"/.test(text))
  const shapes = new Set(keys.map(withoutLiterals))
  expect(shapes.size).toBe(1)
})

test('F6: of three mutations in a document the second fails; the first stays, the rest is not done, and no data come', async () => {
  const district = await makeDistrict()
  const operator = await signInOperator()
  const query = `mutation ($office: ID!, $none: ID!) {
    first: createApiKey(input: { name: "first", office: $office, scopes: [PLAN_READ] }) { secret }
    second: rotateApiKey(id: $none) { secret }
    third: createApiKey(input: { name: "third", office: $office, scopes: [PLAN_READ] }) { secret }
  }`
  const authorization = `Bearer ${await signToken(secret, { role: 'OPERATOR' }, 1)}`
  const { text } = await post(JSON.stringify({ query, variables: { office: district.office, none } }), {
    authorization,
  })
  expect(JSON.parse(text)).toMatchObject({
    data: null,
    errors: [{ path: ['second'], extensions: { code: 'NOT_FOUND' } }],
  })
  const { nodes } = await operator.apiKeys({ office: district.office })
  expect(nodes).toMatchObject([{ name: 'first', revokedAt: null }])
  const key = nodes[0]?.id.slice(4)
  const { database } = await server()
  const { rows } = await database.pool.query(
    `select action from audit_entry where action <> 'READ' and (subjects @> array[$1::uuid] or subjects @> array[$2::uuid])`,
    [key, none.slice(4)],
  )
  expect(rows).toEqual([{ action: 'createApiKey' }])
})

test('C12: nobody is known by a cookie: none is set, and one that is sent signs nobody in', async () => {
  const { url } = await server()
  const headers = { 'content-type': 'application/json', cookie: 'token=x; session=x' }
  const body = JSON.stringify({ query: '{ viewer { role } }' })
  const answers = [
    await fetch(url, { method: 'POST', headers, body }),
    await fetch(new URL('/health/ready', url), { headers }),
    await fetch(new URL('/nowhere', url)),
  ]
  for (const answer of answers) expect(answer.headers.get('set-cookie')).toBeNull()
  expect(await answers[0]?.json()).toMatchObject({ data: { viewer: null } })
})
