import { expect, test } from 'vitest'
import { importsInto, places } from '../import.delivery.ts'
import { server, signInOperator } from '../support.ts'
import { naughty } from './naughty.ts'
import { failing } from './stage.ts'

/** What the import takes for a name: not nothing, not endless, and what UTF-8 and PostgreSQL can hold. */
const isName = (text: string) => text !== '' && text.length <= 500 && text.isWellFormed() && !/[\0\ufffd]/.test(text)

test('A19: naughty names are imported and come back byte for byte, and the rows of those that cannot be are refused', async () => {
  const { database } = await server()
  const names = [...new Set(naughty.map((text) => text.trim()))]
  const people = names.map((name, number) => ({ person_key: `N${number}`, name }))
  const assignments = people.map(({ person_key }) => ({ person_key, assignment_key: person_key }))
  await importsInto(database.pool).deliver({ ...places, people, assignments })
  const operator = await signInOperator()
  const namesFound = async (nameContains?: string) => {
    const found = []
    const filter = { nameContains }
    for await (const { person } of operator.schoolStaff({ school: 'sch_20500001', filter, first: 100 }))
      found.push(person.name)
    return found
  }
  const stored = await namesFound()
  expect(stored.toSorted()).toEqual(names.filter(isName).toSorted())
  expect(stored.length).toBeGreaterThan(400)
  expect(await failing(stored, async (name) => (await namesFound(name)).includes(name))).toEqual([])
})
