import { expect, test } from 'vitest'
import {
  answers,
  failure,
  hangsUp,
  listsTeachers,
  misbehaving,
  neverAnswers,
  quickClock,
  refuses,
} from './sdk/misbehaving.ts'

const afters = (asked: readonly { variables: Record<string, unknown> }[]) =>
  asked.map(({ variables }) => variables['after'])

test('on a walk one page is fetched ahead, and no more', async () => {
  const { connect, asked } = await misbehaving(listsTeachers(40))
  const pages = connect().teachers({ first: 10 }).pages()
  await pages.next()
  await expect.poll(() => afters(asked)).toEqual([undefined, '10'])
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(asked).toHaveLength(2)
  await pages.next()
  await expect.poll(() => afters(asked)).toEqual([undefined, '10', '20'])
})

test('leaving the loop breaks off the page that is under way', async () => {
  const { connect, asked, closed } = await misbehaving(listsTeachers(40), neverAnswers)
  for await (const { id } of connect().teachers({ first: 10 })) {
    if (id !== 'asg_3') continue
    await expect.poll(() => asked.length).toBe(2)
    break
  }
  await expect.poll(closed).toBe(2)
})

test('a page ahead that fails is told to whoever comes to it, and to nobody else', async () => {
  const { connect } = await misbehaving(listsTeachers(40), refuses('INTERNAL', 500))
  const seen: string[] = []
  const walk = async () => {
    for await (const { id } of connect().teachers({ first: 10 })) seen.push(id)
  }
  expect((await failure(walk())).code).toBe('INTERNAL')
  expect(seen).toHaveLength(10)
})

test('a page that fails in passing is asked for again', async () => {
  const { connect, asked } = await misbehaving(listsTeachers(20), hangsUp, listsTeachers(20))
  expect(await connect(quickClock()).teachers({ first: 10 }).toArray({ limit: 100 })).toHaveLength(20)
  expect(afters(asked)).toEqual([undefined, '10', '10'])
})

test('asking for several items at once skips none and doubles none', async () => {
  const { connect } = await misbehaving(listsTeachers(25))
  const items = connect().teachers({ first: 10 })[Symbol.asyncIterator]()
  const found = await Promise.all(Array.from({ length: 26 }, () => items.next()))
  expect(found.map(({ value }) => value?.id)).toEqual([...Array.from({ length: 25 }, (_, i) => `asg_${i}`), undefined])
})

test('up to a limit nothing is fetched that is not wanted', async () => {
  const { connect, asked } = await misbehaving(listsTeachers(1_000))
  const items = await connect().teachers({ first: 10 }).toArray({ limit: 25 })
  expect([items.length, items.at(-1)?.id, asked.length]).toEqual([25, 'asg_24', 3])
})

test('a list goes on from a cursor, and one that comes back to where it began is given up', async () => {
  const { connect, asked } = await misbehaving(listsTeachers(40))
  const rest = await connect().teachers({ first: 10, after: '20' }).toArray({ limit: 100 })
  expect([rest.length, afters(asked)]).toEqual([20, ['20', '30']])
  const stuck = await misbehaving(listsTeachers(40, () => '20'))
  const error = await failure(stuck.connect().teachers({ first: 10, after: '20' }).toArray({ limit: 100 }))
  expect([error.code, stuck.asked.length]).toEqual(['BAD_RESPONSE', 1])
})

test('a page has its meta and its result, and a list that is not there is NOT_FOUND', async () => {
  const { connect } = await misbehaving(listsTeachers(5), answers({ node: null }))
  const { data, meta } = await connect().teachers({ first: 2 }).withMeta()
  expect([data.nodes.length, data.totalCount, meta.attempts]).toEqual([2, 5, 1])
  const result = await connect().officeStaff({ office: 'off_1' }).result()
  expect(!result.ok && result.error.code).toBe('NOT_FOUND')
})
