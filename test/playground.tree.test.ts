import { expect, test } from 'vitest'
import { tablesOf } from '../playground/workbench/table.ts'
import { shown, titleOf, treeIn } from '../playground/workbench/tree.ts'

const place = (id: string, parentId: string | null) => ({ id, parentId, depth: 0 })

const tree = () => {
  const nodes = [place('a', null), place('b', 'a'), place('c', 'b'), place('d', 'a')]
  const found = treeIn(tablesOf({ teachers: [{ id: 't' }], supervisionTree: { nodes } }))
  if (!found) throw new Error('there is a tree')
  return found
}

test('the first list whose items say where they stand is a tree', () => {
  expect([...tree().walk()].map(({ value, depth }) => `${value.id}${depth}`)).toEqual(['a0', 'b1', 'c2', 'd1'])
})

test('other lists are not: of plain values, without parents, or of a part that hangs nowhere', () => {
  for (const list of [[], ['a'], [{ id: 'a' }], [place('b', 'a')], [place('a', null), place('b', null)]]) {
    expect(treeIn(tablesOf({ list }))).toBeNull()
  }
})

test('what is below a place that is closed is not shown', () => {
  const ids = (...closed: string[]) => shown(tree().root, new Set(closed)).map(({ value }) => value.id)
  expect(ids()).toEqual(['a', 'b', 'c', 'd'])
  expect(ids('b')).toEqual(['a', 'b', 'd'])
  expect(ids('a', 'b')).toEqual(['a'])
})

test('a place is called by the name in it, and by its id where there is none', () => {
  const assignment = { position: 'PRINCIPAL', person: { name: 'Hadi' }, school: { name: 'SD Negeri 1' }, office: null }
  expect(titleOf({ ...place('a', null), assignment })).toEqual({ name: 'Hadi', about: 'PRINCIPAL · SD Negeri 1' })
  expect(titleOf({ ...place('a', null), name: 'Kota Batu' })).toEqual({ name: 'Kota Batu', about: '' })
  expect(titleOf(place('a', null))).toEqual({ name: 'a', about: '' })
})
