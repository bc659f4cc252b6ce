import { afterAll, beforeAll, expect, test } from 'vitest'
import * as sdk from '../sdk/index.ts'
import { createClient, indicatorsOperation, periodsOperation } from '../sdk/index.ts'
import type { Viewer } from '../server/access/viewer.ts'
import { readManifest, TrustedDocuments } from '../server/http/documents.ts'
import { type Server, startServer } from './support.ts'

let free: Server
let strict: Server

beforeAll(async () => {
  free = await startServer()
  strict = await startServer({ trustedDocumentsOnly: true })
})
afterAll(() => Promise.all([free.stop(), strict.stop()]))

const manifest = readManifest()
const idOf = ({ text }: { text: string }) => Object.keys(manifest).find((id) => manifest[id] === text)

async function ask({ url }: Server, body: object) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const { data, errors } = JSON.parse(await response.text())
  return { status: response.status, data, code: errors?.[0].extensions.code }
}

test('the manifest holds what the SDK sends, each text under its hash', async () => {
  const texts = Object.values(sdk).flatMap((value) =>
    typeof value === 'object' && 'text' in value ? [value.text] : [],
  )
  expect(Object.values(manifest).sort()).toEqual(texts.sort())
  for (const [id, text] of Object.entries(manifest)) {
    const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
    expect(id).toBe(`sha256:${Buffer.from(hash).toString('hex')}`)
  }
})

test('a document is asked for by its id, with variables', async () => {
  for (const server of [free, strict]) {
    const periods = await ask(server, { documentId: idOf(periodsOperation) })
    expect(periods.data.periods).toHaveLength(4)
    const variables = { period: '2024-S1', role: 'TEACHER' } as const
    const { data } = await ask(server, { documentId: idOf(indicatorsOperation), variables })
    expect(data.indicators).toEqual(await createClient({ url: server.url }).indicators(variables))
    expect(data.indicators).not.toEqual([])
  }
})

test('by GET, too', async () => {
  const address = `${strict.url}?documentId=${idOf(periodsOperation)}&variables={}`
  const response = await fetch(address, { headers: { 'apollo-require-preflight': '1' } })
  expect(JSON.parse(await response.text()).data.periods).toHaveLength(4)
})

test('A23: an unknown id, and an id beside another text, are refused', async () => {
  for (const server of [free, strict]) {
    for (const documentId of [`sha256:${'0'.repeat(64)}`, '', 'constructor', 7, null, [idOf(periodsOperation)]])
      expect(await ask(server, { documentId })).toEqual({ status: 400, data: undefined, code: 'UNKNOWN_DOCUMENT' })
    const documentId = idOf(periodsOperation)
    const other = await ask(server, { documentId, query: '{ periods { code } }' })
    expect(other).toMatchObject({ status: 400, code: 'BAD_REQUEST' })
    expect(await ask(server, { documentId, query: periodsOperation.text })).toMatchObject({ status: 200 })
  }
})

test('A23: a server for trusted documents takes the SDK, and nothing else', async () => {
  expect(await createClient({ url: strict.url }).periods()).toHaveLength(4)
  for (const query of ['{ periods { code } }', `${periodsOperation.text} `, '{ __schema { types { name } } }', ''])
    expect(await ask(strict, { query })).toEqual({ status: 403, data: undefined, code: 'FORBIDDEN' })
  expect(await ask(free, { query: '{ periods { code } }' })).toMatchObject({ status: 200 })
})

test('a key that may send trusted documents only is held to it, and nobody else', () => {
  const documents = new TrustedDocuments({ 'sha256:1': '{ periods { code } }' }, false)
  const viewer = (documentsOnly: boolean): Viewer => ({
    role: 'INTEGRATION',
    person: null,
    apiKey: 'key',
    office: '35',
    scopes: [],
    documentsOnly,
    expiresAt: new Date(),
  })
  const known = documents.idOf({ search: '', body: { query: '{ periods { code } }' } })
  const unknown = documents.idOf({ search: '', body: { query: '{ periods { name } }' } })
  expect(documents.allows(viewer(true), known)).toBe(true)
  expect(documents.allows(viewer(true), unknown)).toBe(false)
  expect(documents.allows(viewer(false), unknown)).toBe(true)
  expect(documents.allows(null, unknown)).toBe(true)
})
