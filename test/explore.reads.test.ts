import { expect, test } from 'vitest'
import { changesOf } from '../playground/explore/changes.ts'
import { summaryOf } from '../playground/explore/difference.ts'
import { graphOf } from '../playground/explore/graph.ts'
import { createReads, type Wanted } from '../playground/explore/reads.ts'
import type { Client } from '../sdk/index.ts'
import { makeDistrict } from './district.ts'

const wanted = (focus: string, day: string, rest: Partial<Wanted> = {}): Wanted => ({
  focus,
  day,
  open: new Set([focus]),
  shown: new Map(),
  ...rest,
})

const summary = async (client: Client, focus: string, day: string) => {
  const { rows } = await createReads(client).read(wanted(focus, day))
  return summaryOf(graphOf(rows, new Set([focus])), day)
}

test('a day shows who was above and below on it', async () => {
  const district = await makeDistrict()
  const [ratna, sari] = [await district.signIn('Ratna'), district.assignment('Sari')]
  expect(await summary(ratna, sari, '2024-01-01')).toBe(
    '1 January 2024: appraiser Hadi · nobody directly below · no plans',
  )
  expect(await summary(ratna, sari, '2024-01-02')).toContain('appraiser Budi ·')
  expect(await summary(ratna, district.assignment('Budi'), '2024-01-02')).toBe(
    '2 January 2024: appraiser Ratna · work team Dewi · 2 directly below · no plans',
  )
  const { history } = await createReads(ratna).read(wanted(sari, '2024-01-02'))
  expect(changesOf(history, '2024-12-31').at(-1)).toEqual({
    day: '2024-01-02',
    words: 'Budi follows Hadi as principal',
  })
})

test('before a post begins nobody is above or below, and nothing can be opened', async () => {
  const district = await makeDistrict()
  const ratna = await district.signIn('Ratna')
  const budi = district.assignment('Budi')
  const { rows, hidden } = await createReads(ratna).read(wanted(budi, '2024-01-01'))
  expect(hidden).toBe(false)
  const graph = graphOf(rows, new Set([budi]))
  expect([...graph.nodes.values()].map(({ id, open }) => [id, open])).toEqual([[budi, null]])
})

test('rights are those of the day, and of somebody never seen there is no graph', async () => {
  const district = await makeDistrict()
  const budi = await district.signIn('Budi')
  const reads = createReads(budi)
  const before = await reads.read(wanted(district.assignment('Sari'), '2024-01-01'))
  expect(before.hidden).toBe(true)
  expect(before.rows.above).toEqual([])
  expect((await reads.read(wanted(district.assignment('Sari'), '2024-01-02'))).hidden).toBe(false)
  await expect(reads.read(wanted(district.assignment('Ratna'), '2024-01-02'))).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
})

test('somebody opened who is not seen on the day does not stop the reading of the others', async () => {
  const district = await makeDistrict()
  const ratna = await district.signIn('Ratna')
  const [focus, stranger] = [district.assignment('Ratna'), (await makeDistrict()).assignment('Budi')]
  const { rows } = await createReads(ratna).read(wanted(focus, '2024-01-02', { open: new Set([focus, stranger]) }))
  expect(rows.below.get(stranger)).toEqual([])
  expect(rows.below.get(focus)?.[0]?.cards.map(({ person }) => person.name)).toEqual(['Budi', 'Dewi'])
})

test('as many below are read as are shown', async () => {
  const district = await makeDistrict()
  const ratna = await district.signIn('Ratna')
  const focus = district.assignment('Ratna')
  const { rows } = await createReads(ratna).read(wanted(focus, '2024-01-02', { shown: new Map([[focus, 1]]) }))
  const [appraised] = rows.below.get(focus) ?? []
  expect([appraised?.cards.length, appraised?.total]).toEqual([1, 2])
})

test('each thing is asked for once, and again where it failed', async () => {
  const district = await makeDistrict()
  const ratna = await district.signIn('Ratna')
  let asked = 0
  const failing: Client = {
    ...ratna,
    supervisionHistory: (...call) => {
      asked++
      return asked === 1 ? ratna.supervisionHistory({ assignment: 'asg_no' }) : ratna.supervisionHistory(...call)
    },
  }
  const reads = createReads(failing)
  const want = wanted(district.assignment('Sari'), '2024-01-02')
  await expect(reads.read(want)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
  const one = await reads.read(want)
  const two = await reads.read(want)
  expect(asked).toBe(2)
  expect(two.rows.above).toBe(one.rows.above)
})

test('names are found as they may be seen on the day', async () => {
  const district = await makeDistrict()
  const reads = createReads(await district.signIn('Budi'))
  const find = async (name: string, day: string) => {
    const { cards, whole } = await reads.search(name, day, new AbortController().signal)
    expect(whole).toBe(true)
    return cards.map(({ person }) => person.name)
  }
  expect(await find('sar', '2024-01-02')).toEqual(['Sari'])
  expect(await find('sar', '2024-01-01')).toEqual([])
  expect(await find('ratna', '2024-01-02')).toEqual([])
  expect((await reads.start()).map(({ person }) => person.name)).toEqual(['Budi'])
})
