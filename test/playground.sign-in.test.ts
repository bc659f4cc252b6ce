import { request } from 'node:http'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { createClient } from '../sdk/index.ts'
import type { WaysIn } from '../server/playground/ways-in.ts'
import { loadSampleIfEmpty } from '../server/sample/load.ts'
import { audience, startIssuer } from './issuer.ts'
import { server, startServer } from './support.ts'

beforeAll(async () => {
  await loadSampleIfEmpty((await server()).database)
})

/** What the server answers a page on it, or one that calls it by another name. */
function ask(url: string, headers: Record<string, string> = {}): Promise<{ status: number; body: WaysIn }> {
  return new Promise((resolve, reject) => {
    request(new URL('/playground/people', url), { headers }, async (response) => {
      let text = ''
      for await (const piece of response) text += piece
      resolve({ status: response.statusCode ?? 0, body: JSON.parse(text) })
    })
      .on('error', reject)
      .end()
  })
}

test('a developer may become somebody of each kind, and each is who he says', async () => {
  const { url } = await server()
  const { people } = (await ask(url)).body
  expect(people.map(({ persona }) => persona).sort()).toEqual([
    'analyst',
    'inspector',
    'office',
    'operator',
    'principal',
    'teacher',
  ])
  for (const { persona, token } of people) {
    const viewer = await createClient({ url, token }).viewer()
    expect(viewer?.role).toBe({ analyst: 'ANALYST', operator: 'OPERATOR' }[persona as string] ?? 'PERSON')
  }
})

test('each finds ids of what he sees to try things with, an inspector of somebody whom he observes', async () => {
  const { url } = await server()
  const { people } = (await ask(url)).body
  for (const { persona, token, ids } of people.filter(({ persona }) => persona !== 'analyst')) {
    const { asg = '', per = '', nip } = ids
    const assignment = await createClient({ url, token }).assignment({ id: asg })
    expect(assignment?.person.id, persona).toBe(per)
    expect(nip).toMatch(/^\d{18}$/)
    expect(assignment?.position, persona).toBe(persona === 'inspector' ? 'PRINCIPAL' : 'TEACHER')
  }
  expect(people.find(({ persona }) => persona === 'analyst')?.ids).toEqual({ off: 'off_35.73' })
})

test.each([
  ['another name that leads here', { host: 'evil.example' }],
  ['a proxy here', { 'x-forwarded-for': '203.0.113.7' }],
])('tokens of others are not told by %s', async (_who, headers) => {
  const { url } = await server()
  const { status, body } = await ask(url, headers)
  expect(status).toBe(403)
  expect(JSON.stringify(body)).toContain('FORBIDDEN')
  expect(body).not.toHaveProperty('people')
})

test('in production nobody is become: one signs in at the issuer, who is asked where', async () => {
  const issuer = await startIssuer()
  onTestFinished(() => issuer.stop())
  issuer.claim({ authorization_endpoint: `${issuer.url}/authorize` })
  const production = await startServer({
    production: true,
    oidc: { issuer: issuer.url, audience, domains: ['belajar.id'] },
  })
  onTestFinished(() => production.stop())
  const away = { 'x-forwarded-for': '203.0.113.7', host: 'graph.example' }
  expect(await ask(production.url, away)).toEqual({
    status: 200,
    body: { people: [], issuer: { authorization: `${issuer.url}/authorize`, client: audience } },
  })
})

test('in production without an issuer there is a token to give, and nothing else', async () => {
  const production = await startServer({ production: true })
  onTestFinished(() => production.stop())
  expect((await ask(production.url)).body).toEqual({ people: [], issuer: null })
})
