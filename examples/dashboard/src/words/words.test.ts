import { expect, test } from 'vitest'
import { english } from './english.ts'
import { formatsOf } from './formats.ts'
import { indonesian } from './indonesian.ts'

/** All texts by their place; of functions, what they say of `…`. */
function textsOf(words: object, place = ''): (readonly [place: string, text: string])[] {
  return Object.entries(words).flatMap(([name, word]) => {
    if (typeof word === 'object') return textsOf(word, `${place}${name}.`)
    return [[`${place}${name}`, typeof word === 'function' ? word('…', '…', '…') : word]] as const
  })
}

test('both languages say the same things, none of them with nothing', () => {
  const [ours, theirs] = [textsOf(indonesian), textsOf(english)]
  expect(theirs.map(([place]) => place).toSorted()).toEqual(ours.map(([place]) => place).toSorted())
  expect([...ours, ...theirs].filter(([, text]) => text.trim() === '')).toEqual([])
})

test('days and moments are those of Jakarta, numbers those of the language', () => {
  const [id, en] = [formatsOf('id'), formatsOf('en')]
  expect([id.day('2024-05-31'), en.day('2024-05-31')]).toEqual(['31 Mei 2024', '31 May 2024'])
  const lateInLondon = new Date('2024-01-31T18:30:00Z')
  expect([id.moment(lateInLondon), en.moment(lateInLondon)]).toEqual(['1 Feb 2024, 01.30', '1 Feb 2024, 01:30'])
  expect([id.number(1234), en.number(1234)]).toEqual(['1.234', '1,234'])
  expect([id.percent(0.9625), en.percent(0.9625)]).toEqual(['96,3%', '96.3%'])
})
