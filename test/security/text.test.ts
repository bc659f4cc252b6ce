import { expect, test } from 'vitest'
import { metacharacters, naughty } from './naughty.ts'
import { typeOf } from './places.ts'
import { failing, isInOrder, makeStage } from './stage.ts'

const texts = ['String', 'ID', 'NIP', 'Date', 'DateTime']

const { places, ask } = await makeStage()

test.each(places.filter((place) => texts.includes(typeOf(place))))(
  'A19: naughty strings in $name are answered or refused, and a refusal repeats none',
  async ({ asVariable }) => {
    const wrong = await failing(naughty, async (text) => {
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
