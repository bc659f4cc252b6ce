import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changesOf, firstDay, told } from '../playground/explore/changes.ts'
import { plusDays } from '../playground/explore/day.ts'
import { history, superior } from './explore/rows.ts'

const end = '2026-01-01'
const change = '2024-01-02'

const succeeded = history('Ayu', [superior('Hadi', { until: change }), superior('Budi', { from: change })])

test('who follows whom is told with the day', () => {
  expect(changesOf(succeeded, end)).toEqual([
    { day: '2023-07-01', words: 'Ayu begins as teacher; Hadi, principal, becomes appraiser' },
    { day: change, words: 'Budi follows Hadi as principal' },
  ])
})

test('what is still to come is left out', () => {
  expect(changesOf(succeeded, '2024-01-01').map(({ day }) => day)).toEqual(['2023-07-01'])
})

test('an acting principal is called one, and another post is named', () => {
  const head = superior('Sekar', { position: 'OFFICE_HEAD', until: change })
  const acting = superior('Lina', { basis: 'ACTING', from: change })
  expect(changesOf(history('Ayu', [head, acting]), end).at(-1)?.words).toBe(
    'Lina, acting principal, follows Sekar as appraiser',
  )
})

test('a line that is cut into two tells of nothing but another footing', () => {
  const until = superior('Lina', { basis: 'ACTING', until: change })
  expect(changesOf(history('Ayu', [until, superior('Lina', { from: change })]), end).at(-1)?.words).toBe(
    'Lina is principal',
  )
  const same = superior('Lina', { basis: 'ACTING', from: change })
  expect(changesOf(history('Ayu', [until, same]), end)).toHaveLength(1)
})

test('work teams come and go, and posts end', () => {
  const team = superior('Arif', {
    capacity: 'WORK_TEAM',
    position: 'SCHOOL_INSPECTOR',
    from: '2023-09-01',
    until: change,
  })
  const words = changesOf(history('Ayu', [superior('Hadi', { until: change }), team], { until: change }), end)
  expect(words.slice(1)).toEqual([
    { day: '2023-09-01', words: 'Arif joins the work team' },
    {
      day: change,
      words: 'Ayu leaves this post; Hadi is no longer appraiser, and nobody follows; Arif leaves the work team',
    },
  ])
})

test('changes are told on the way there, and as still to come on the way back', () => {
  const changes = changesOf(succeeded, end)
  expect(told(changes, '2023-12-01', '2024-02-01')).toEqual(['On 2 January 2024 Budi follows Hadi as principal.'])
  expect(told(changes, '2024-02-01', '2023-12-01')).toEqual([
    'Not yet on 1 December 2023: Budi follows Hadi as principal (2 January 2024).',
  ])
  expect(told(changes, change, '2024-02-01')).toEqual([])
  expect(told(changes, '2024-01-01', change)).toHaveLength(1)
})

test('a way in two parts tells what the whole way tells', () => {
  const day = fc.integer({ min: 0, max: 900 }).map((days) => plusDays('2023-06-01', days))
  const line = fc.tuple(day, day).map(([one, other]) => superior('Hadi', { from: one, until: other }))
  fc.assert(
    fc.property(fc.array(line, { maxLength: 6 }), fc.tuple(day, day, day), (lines, days) => {
      const changes = changesOf(history('Ayu', lines), end)
      const [a, b, c] = [...days].sort() as [string, string, string]
      expect([...told(changes, a, b), ...told(changes, b, c)]).toEqual(told(changes, a, c))
    }),
  )
})

test('the first day is the earliest of the post and those above', () => {
  expect(firstDay(succeeded)).toBe('2023-07-01')
  expect(firstDay(history('Ayu', [superior('Hadi', { from: '2022-01-01' })]))).toBe('2022-01-01')
})
