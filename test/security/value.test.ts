import { expect, test } from 'vitest'
import { today } from '../../server/calendar.ts'
import { importsInto, places } from '../import.delivery.ts'
import { server } from '../support.ts'
import { typeOf } from './places.ts'
import { type Answer, isInOrder, makeStage } from './stage.ts'

const { places: everywhere, ask } = await makeStage()
// a mutation may refuse for other reasons what is a day
const refusesDay = ({ messages }: Answer) => messages.some((message) => message.includes('expected a day that exists'))

const { deliver } = importsInto((await server()).database.pool)

test.each([
  ['17 digits', '19850714201001201', 'BAD_FORMAT'],
  ['19 digits', '1985071420100120123', 'BAD_FORMAT'],
  ['a letter', '19850714201001201A', 'BAD_FORMAT'],
  ['full-width digits', '１９８５０７１４２０１００１２０１２', 'BAD_FORMAT'],
  ['Arabic digits', '١٩٨٥٠٧١٤٢٠١٠٠١٢٠١٢', 'BAD_FORMAT'],
  ['hyphens', '19850714-201001-2-012', 'BAD_FORMAT'],
  ['nothing but spaces within', '1985 0714', 'BAD_FORMAT'],
  ['what a spreadsheet made of it', '1.98507E+17', 'SPREADSHEET_DAMAGE'],
])('E4: a NIP with %s is refused, in questions and deliveries, and not repeated', async (_, nip, code) => {
  const asked = await ask({ query: 'query ($nip: NIP) { person(nip: $nip) { id } }', variables: { nip } })
  expect(asked).toMatchObject({ codes: ['BAD_USER_INPUT'] })
  const written = await ask({ query: `{ person(nip: "${nip}") { id } }` })
  expect(written).toMatchObject({ codes: ['GRAPHQL_VALIDATION_FAILED'] })
  const refusal = await refused('people', { person_key: 'P1', name: 'Sari', employment: 'PNS', nip })
  expect(refusal).toMatchObject({ column: 'nip', code })
  for (const { text } of [asked, written, refusal]) expect(text).not.toContain(nip)
})

test.each([
  ['13 for a month', '198513142010012012', 'BAD_FORMAT'],
  ['30 February', '198502302010012012', 'BAD_FORMAT'],
  ['another birthday', '198507152010012012', 'BAD_FORMAT'],
])('E4: a NIP with %s is nobody’s, and its delivery is refused', async (_, nip, code) => {
  const asked = await ask({ query: 'query ($nip: NIP) { person(nip: $nip) { id } }', variables: { nip } })
  expect(asked).toMatchObject({ codes: ['NOT_FOUND'] })
  const refusal = await refused('people', { person_key: 'P1', name: 'Sari', employment: 'PNS', nip })
  expect(refusal).toMatchObject({ column: 'nip', code })
  for (const { text } of [asked, refusal]) expect(text).not.toContain(nip)
})

test('E4: a NIP that was not put in quotes is refused, wherever it stands, and not repeated', async () => {
  const nip = '198507142010012012'
  for (const { name, asLiteral } of everywhere.filter((place) => typeOf(place) !== 'ID')) {
    const answer = await ask(asLiteral(nip))
    expect(answer, name).toMatchObject({ codes: expect.arrayContaining(['GRAPHQL_VALIDATION_FAILED']) })
    expect(answer.text).not.toContain(nip)
  }
})

const dates = everywhere.filter((place) => typeOf(place) === 'Date')

test.each(dates)(
  'E5: a day that does not exist is refused in $name, and every day that does is taken',
  async ({ asVariable }) => {
    for (const day of [
      '2024-02-30',
      '2023-02-29',
      '0000-01-01',
      '10000-01-01',
      '2024-01-31+24:00',
      '2016-12-31T23:59:60Z',
      '-2024-01-01',
      '2024-1-1',
      '',
      '20240131',
    ]) {
      const answer = await ask(asVariable(day))
      expect(answer, day).toMatchObject({ codes: ['BAD_USER_INPUT'] })
      expect(refusesDay(answer), answer.text).toBe(true)
    }
    for (const day of ['1900-01-01', '2024-02-29', '2016-12-31', '9999-12-31']) {
      const answer = await ask(asVariable(day))
      expect(isInOrder(answer) && !refusesDay(answer), `${day} ${answer.text}`).toBe(true)
    }
  },
)

test('E5: delivered days come back as they were, or are refused', async () => {
  const days = ['1900-01-01', '2024-02-29', '2023-12-31', '9999-12-30']
  const bad = ['2024-02-30', '0000-01-01', '2024-01-31+24:00', '2016-12-31T23:59:60Z', '31/01/2024', '45322']
  const people = [...days, ...bad].map((birth_date, number) => ({ person_key: `D${number}`, birth_date }))
  const assignments = days.map((from, number) => ({ assignment_key: `D${number}`, person_key: `D${number}`, from }))
  const outcome = await deliver({ ...places, people, assignments })
  expect(outcome.refusals).toEqual(bad.map((_, index) => `people.csv:${days.length + index + 2} BAD_FORMAT`))
  for (const asOf of days) {
    const query = `{ node(id: "sch_20500001") { ... on School {
      staff(filter: { asOf: "${asOf}" }, orderBy: { field: FROM, direction: DESC }, first: 1) { nodes { from person { birthDate } } } } } }`
    expect((await ask({ query })).text).toContain(`{"from":"${asOf}","person":{"birthDate":"${asOf}"}}`)
  }
})

test('E5: a day begins at midnight in Jakarta, whatever day it is elsewhere in the country or in UTC', () => {
  expect(today(Date.parse('2023-12-31T16:59:59.999Z'))).toBe('2023-12-31')
  expect(today(Date.parse('2023-12-31T17:00:00.000Z'))).toBe('2024-01-01')
  expect(today(Date.parse('2024-01-01T00:00:00+08:00'))).toBe('2023-12-31')
  expect(today(Date.parse('2024-01-01T00:00:00+09:00'))).toBe('2023-12-31')
})

test.each([
  'NaN',
  'Infinity',
  '-Infinity',
  '1e309',
  '1e2',
  '-0',
  '-0.01',
  '100.0000001',
  '0.30000000000000004',
  '38,36',
  '٣',
])('E6: a score of %s is refused', async (score) => {
  expect(await refused('report-card-scores', { score })).toMatchObject({ column: 'score', code: 'BAD_FORMAT' })
})

test('E6: a score comes back as the decimal that it is', async () => {
  const scores = ['0', '0.1', '0.3', '29.3', '38.36', '99.99', '100', '100.00']
  const rows = scores.map((score, index) => ({ npsn: '20500001', year: String(2000 + index), score }))
  const outcome = await deliver({ ...places, 'report-card-scores': rows })
  expect(outcome.refused).toBe(0)
  const query =
    '{ node(id: "sch_20500001") { ... on School { reportCard { score } } } __schema { queryType { name } } }'
  for (const asked of [query, query.replace(/__schema.*(?=\})/, '')]) {
    const { data } = JSON.parse((await ask({ query: asked })).text)
    const found = data.node.reportCard.map((line: { score: number }) => line.score)
    expect(found.toReversed()).toEqual(scores.map(Number))
  }
})

test.each(everywhere.filter((place) => typeOf(place) === 'Int'))(
  'E6: $name is a whole number of 32 bits, or refused',
  async ({ asVariable, asLiteral }) => {
    for (const number of [0.1 + 0.2, 1.5, 2 ** 31, -(2 ** 31) - 1, 1e21, '1', 'NaN', true])
      expect(await ask(asVariable(number)), String(number)).toMatchObject({ codes: ['BAD_USER_INPUT'] })
    for (const number of ['1e309', '-1e309', 'NaN', 'Infinity', '9999999999'])
      expect(await ask(asLiteral(number)), number).toMatchObject({ codes: ['GRAPHQL_VALIDATION_FAILED'] })
    expect(isInOrder(await ask(asVariable(2 ** 31 - 1)))).toBe(true)
    expect(isInOrder(await ask(asLiteral('-0')))).toBe(true)
  },
)

/** What an operator reads of the row that was refused. */
async function refused(table: 'people' | 'report-card-scores', row: Record<string, string>) {
  const { report } = await deliver({ ...places, [table]: [row] })
  const query = `{ node(id: "imp_${report}") { ... on ImportReport { refusals { nodes { column code value advice } } } } }`
  const { text } = await ask({ query })
  return { text, ...JSON.parse(text).data.node.refusals.nodes[0] }
}
