import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { typeOf } from './places.ts'
import { makeStage } from './stage.ts'

const { places, explain } = await makeStage()

/** Values of each kind, each with a mark that no statement of ours holds. */
const marked: Readonly<Record<string, readonly string[]>> = {
  String: ["zebra'; select set_config('app.user', 'x', false) --"],
  ID: [
    'off_77.77',
    'are_77.77',
    'sch_77777777',
    'per_77777777-0000-7000-8000-000000000000',
    'asg_77777777-0000-7000-8000-000000000000',
  ],
  NIP: ['197707077777777777'],
  Date: ['1977-07-07'],
}

const marks = /zebra|77|set_config/

test.each(places.filter((place) => marked[typeOf(place)]))(
  'D14: what $name brings is nowhere in the statement',
  async (place) => {
    const values = marked[typeOf(place)] ?? []
    const answers = await Promise.all(
      values.flatMap((value) => [explain(place.asVariable(value)), explain(place.asLiteral(JSON.stringify(value)))]),
    )
    for (const { statement } of answers) expect(statement).not.toMatch(marks)
    // a period, a cursor or an id of another type is refused before
    const isAsked = answers.some(({ statement }) => statement.includes('select'))
    expect(isAsked).toBe(!/\.(after|period)$/.test(place.name))
  },
)

test('D14: pieces of a statement are made in one file, and nothing else hands text to the ORM', () => {
  const sources = globSync('server/**/*.ts').map((file) => ({ file, text: readFileSync(file, 'utf8') }))
  const filesWith = (pattern: RegExp) => sources.filter(({ text }) => pattern.test(text)).map(({ file }) => file)
  expect(filesWith(/new Sql\(/)).toEqual(['server/reader/sql.ts'])
  expect(filesWith(/\b(raw|getKysely|getKnex|createQueryBuilder|qb)\(|\.execute\(/)).toEqual([])
})
