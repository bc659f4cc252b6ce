import { expect, test } from 'vitest'
import { metacharacters, naughty } from './naughty.ts'
import { type Place, typeOf } from './places.ts'
import { failing, isInOrder, makeStage } from './stage.ts'

const texts = ['String', 'ID', 'NIP', 'Date', 'DateTime']

const { places, ask } = await makeStage()

const kindOf = (place: Place) => (place.name.endsWith('.after') ? 'cursor' : typeOf(place))
const textual = places.filter((place) => texts.includes(typeOf(place)))

/** Free text and the first place of each kind get every string; the others, which refuse by the same form, share them out. */
const shares = textual.map((place, index) => {
  const getsAll = kindOf(place) === 'String' || textual.findIndex((other) => kindOf(other) === kindOf(place)) === index
  return { ...place, strings: naughty.filter((_, number) => getsAll || number % 10 === index % 10) }
})

test.each(shares)(
  'A19: naughty strings in $name are answered or refused, and a refusal repeats none',
  async ({ asVariable, strings }) => {
    const wrong = await failing(strings, async (text) => {
      const answer = await ask(asVariable(text))
      return isInOrder(answer) && (text.length < 12 || !answer.messages.some((message) => message.includes(text)))
    })
    expect(wrong).toEqual([])
  },
)

test.each(places)(
  'E3: SQL in $name, beside the document and in it, finds nothing',
  async ({ asVariable, asLiteral }) => {
    const wrong = await failing(metacharacters, async (text) => {
      const answers = await Promise.all([ask(asVariable(text)), ask(asLiteral(JSON.stringify(text)))])
      return answers.every((answer) => isInOrder(answer) && !answer.totalCount)
    })
    expect(wrong).toEqual([])
  },
)
