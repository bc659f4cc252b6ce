import { randomUUID } from 'node:crypto'
import { parse } from 'graphql'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createClient } from '../sdk/index.ts'
import { signToken } from '../server/access/token.ts'
import { recordAll } from '../server/audit/record.ts'
import type { ViewerRole } from '../server/generated/schema.ts'
import { Connections } from '../server/reader/connections.ts'
import { Model } from '../server/reader/model.ts'
import { Reader } from '../server/reader/reader.ts'
import { readings } from '../server/readings.ts'
import { createSchema } from '../server/schema.ts'
import { type Server, secret, startServer } from './support.ts'

let server: Server
let token: string
const people = Array.from({ length: 5 }, () => newId())
const leaked = randomUUID()

beforeAll(async () => {
  server = await startServer()
  token = await signToken(secret, { role: 'OPERATOR' }, 1)
  const { pool } = server.database
  // a day of others, so that it matters how the few are found
  await pool.query(`
    insert into audit_entry (at, role, api_key_id, action, type, subjects)
    select now() - n * interval '4 s', 'INTEGRATION', md5((n % 50)::text)::uuid, 'READ', 'Person',
      array[md5(n::text)::uuid, md5((n + 1)::text)::uuid]
    from generate_series(1, 20000) n`)
  for (const [index, id] of people.entries()) {
    await pool.query(
      `insert into person (id, key, name, employment, sex, birth_date) values ($1, $2, 'Sari', 'PNS', 'F', '1985-07-14')`,
      [id, `P-${index}`],
    )
    const viewer = { role: 'INTEGRATION', person: null, apiKey: leaked } as const
    const at = new Date(Date.UTC(2026, 0, 1 + index, 7))
    await recordAll(pool, [{ viewer, action: 'READ', type: 'Person', subjects: [id], requestId: newId(), at }])
  }
  await pool.query('vacuum analyze audit_entry')
})

afterAll(() => server.stop())

test('H8: whose rows a leaked key read between two moments is one question', async () => {
  const client = createClient({ url: server.url, token })
  const filter = { apiKey: `key_${leaked}`, from: '2026-01-02T07:00:00.000Z', to: '2026-01-05T07:00:00.000Z' }
  const affected = await client.auditEntries({ filter }).toArray({ limit: 100 })
  expect(affected.flatMap(({ subjects }) => subjects.map(({ id }) => id))).toEqual(
    [3, 2, 1].map((index) => `per_${people[index]}`),
  )
  expect(affected[0]).toMatchObject({
    role: 'INTEGRATION',
    apiKey: `key_${leaked}`,
    at: new Date('2026-01-04T07:00:00Z'),
  })
})

test.each([
  ['by a key', { apiKey: `key_${leaked}`, from: '2026-01-02T07:00:00.000Z' }, 'audit_entry_api_key_id_at_id_idx'],
  ['by a person', { person: `per_${people[0]}` }, 'audit_entry_person_id_at_id_idx'],
  ['about a person', { subject: `per_${people[0]}` }, 'audit_entry_subjects_idx'],
])('H8: what was read %s is looked up in an index', async (_, filter, index) => {
  const query = 'query ($filter: AuditFilter) { auditEntries(filter: $filter) { nodes { subjects { id } } } }'
  const response = await fetch(server.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, 'x-explain': '1' },
    body: JSON.stringify({ query, variables: { filter } }),
  })
  const { extensions } = (await response.json()) as { extensions: { reader: { plan: string[] } } }
  expect(extensions.reader.plan.join('\n')).toContain(index)
})

test('a program with a key leaves a record whatever it reads of a person; people do for what identifies', async () => {
  const { orm, pool } = server.database
  const reader = new Reader(new Connections(pool), new Model(readings, orm.getMetadata()))
  const schema = await createSchema()
  const isNoted = async (role: `${ViewerRole}`, fields: string) => {
    const document = parse(`{ teachers { nodes { ${fields} } } }`)
    const [operation] = document.definitions
    if (operation?.kind !== 'OperationDefinition') throw new Error('no operation')
    const viewer = {
      role,
      person: null,
      apiKey: leaked,
      office: '35',
      scopes: [],
      documentsOnly: false,
      expiresAt: new Date(),
    }
    return (await reader.find({ schema, document, operation, variables: {}, viewer })).statement.noted
  }
  expect(await isNoted('INTEGRATION', 'person { name }')).toBe(true)
  expect(await isNoted('INTEGRATION', 'position')).toBe(true)
  expect(await isNoted('OPERATOR', 'position person { name }')).toBe(false)
  expect(await isNoted('OPERATOR', 'position person { name nip }')).toBe(false)
  expect(await isNoted('OPERATOR', 'position person { name birthDate }')).toBe(true)
})
