import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readKey, takeNotes, typeKey } from '../server/reader/note.ts'

// what somebody might write who knows how notes look
const nasty = fc.constantFrom(' read', ' type', '" read":"Person 1"', '," type":"Person"', '\\" read":"Person 2"', '\\')
const text = fc.oneof(
  fc.string(),
  nasty,
  fc.tuple(nasty, nasty).map(([one, other]) => one + other),
)
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    text,
    fc.constantFrom(null, 1, true),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.record({
      fields: fc.dictionary(fc.stringMatching(/^[_A-Za-z]\w{0,5}$/), tie('value'), { maxKeys: 3 }),
      read: fc.option(fc.constantFrom('', 'Person 1', 'Person 2', 'Plan 1')),
      type: fc.option(fc.constantFrom('Person', 'Plan')),
    }),
  ),
}))

interface Drawn {
  readonly fields: Readonly<Record<string, unknown>>
  readonly read: string | null
  readonly type: string | null
}

const isObject = (drawn: unknown): drawn is Drawn =>
  typeof drawn === 'object' && drawn !== null && !Array.isArray(drawn)

/** What was drawn, as an answer with or without notes; who was noted goes into `reads`. */
function answerOf(drawn: unknown, noted: boolean, reads = new Set<string>()): unknown {
  if (Array.isArray(drawn)) return drawn.map((item) => answerOf(item, noted, reads))
  if (!isObject(drawn)) return drawn
  const fields = Object.entries(drawn.fields).map(([key, below]) => [key, answerOf(below, noted, reads)] as const)
  if (drawn.read) reads.add(drawn.read)
  const notes = noted ? [[readKey, drawn.read] as const, [typeKey, drawn.type] as const] : []
  return Object.fromEntries([...fields, ...notes.filter(([, note]) => note !== null)])
}

test('notes are taken out of any answer, and no text of a user is taken for one', () => {
  fc.assert(
    fc.property(value, (drawn) => {
      const reads = new Set<string>()
      const taken = takeNotes(JSON.stringify(answerOf(drawn, true, reads)))
      expect(taken.text).toBe(JSON.stringify(answerOf(drawn, false)))
      const found = [...taken.reads].flatMap(([type, people]) => [...people].map((person) => `${type} ${person}`))
      expect(new Set(found)).toEqual(reads)
    }),
    { numRuns: 1_000 },
  )
})
