import { expect, test } from 'vitest'
import { fill, saved, savedAs, searched, userOf, users } from '../playground/workbench/collection.ts'

const ids = {
  off: 'off_35.73',
  sch: 'sch_90000187',
  pln: 'pln_of_mine',
  nip: '199501282021082001',
  root: 'asg_of_mine',
}

test('what stands for any is replaced by what somebody sees, however deep it lies', () => {
  const variables = {
    office: 'off_35.79',
    ids: ['off_35.79', 'sch_90000223'],
    input: { plan: 'pln_01890000-0000-7000-8000-000000000000', version: 1, note: 'off the record' },
    nip: '198507142010012001',
    root: 'asg_01890000-0000-7000-8000-000000000000',
  }
  expect(fill(variables, ids)).toEqual({
    office: 'off_35.73',
    ids: ['off_35.73', 'sch_90000187'],
    input: { plan: 'pln_of_mine', version: 1, note: 'off the record' },
    nip: '199501282021082001',
    root: 'asg_of_mine',
  })
  expect(fill(variables, {})).toEqual(variables)
})

test('every operation is found by its name, as a query, a mutation or a subscription, and is known unchanged', () => {
  expect(saved.size).toBeGreaterThan(80)
  for (const operation of saved.values()) {
    expect(['query', 'mutation', 'subscription']).toContain(operation.kind)
    expect(savedAs(operation.document)).toBe(operation)
    expect(savedAs(`${operation.document}\n`)).toBe(operation)
    expect(savedAs(operation.document.replace('{', '{ __typename'))).toBeUndefined()
  }
  expect(savedAs('{ viewer { role } }')).toBeUndefined()
})

test('a search finds what holds all of its words, in names and descriptions', () => {
  const all = [...saved.values()]
  const found = searched(all, 'TREE below').map(({ name }) => name)
  expect(found).toContain('supervisionTree')
  expect(found.length).toBeLessThan(all.length)
  expect(searched(all, '')).toEqual(all)
  expect(searched(all, 'nothing-of-that-name')).toEqual([])
})

test('each persona has operations to try', () => {
  const personas = ['office', 'inspector', 'principal', 'teacher', 'analyst', 'operator', 'application'] as const
  for (const persona of personas) {
    const operations = users.find(({ user }) => user === userOf(persona))?.operations ?? []
    expect(operations.length, persona).toBeGreaterThan(5)
  }
  expect(userOf('person')).toBeNull()
})
