import { expect, test } from 'vitest'
import { frameOf, progressOf } from './progress.ts'

const cell = (day: string | null, count: number | null, withheld = false) => ({ day, count, withheld })

test('what comes in adds up day by day, in whatever order the days come', () => {
  expect(progressOf([cell('2024-01-12', 3), cell(null, 4), cell('2024-01-10', 2)])).toEqual({
    days: [
      { day: '2024-01-10', count: 2, total: 2 },
      { day: '2024-01-12', count: 3, total: 5 },
    ],
    handedIn: 5,
    withheld: undefined,
    expected: 9,
  })
})

test('whose day is not told is on no day, and is said', () => {
  const progress = progressOf([cell('2024-01-10', 8), cell(null, 6, true), cell(null, 10)])
  expect(progress).toMatchObject({ handedIn: 8, withheld: 6, expected: 24 })
  expect(progressOf([cell(null, null, true)])).toMatchObject({ withheld: null, expected: null })
})

const windows = [
  { stage: 'PLANNING', from: '2024-01-01', until: '2024-02-01' },
  { stage: 'LATE_PLANNING', from: '2024-02-01', until: '2024-04-01' },
]

const period = { from: '2024-01-01', windows }

test('the frame is the window, and wider where plans came before or after it', () => {
  expect(frameOf(period, [], progressOf([cell('2024-01-10', 2)]))).toEqual({
    from: '2024-01-01',
    until: '2024-02-01',
    stretches: [{ kind: 'window', from: '2024-01-01', until: '2024-02-01' }],
    deadline: '2024-02-01',
  })
  expect(frameOf(period, [], progressOf([cell('2023-12-29', 1), cell('2024-02-07', 2)]))).toMatchObject({
    from: '2023-12-29',
    until: '2024-02-08',
    stretches: [{ kind: 'window' }, { kind: 'lateWindow', from: '2024-02-01', until: '2024-02-08' }],
  })
})

test("an office's extensions of planning are in the frame, of other stages not", () => {
  const extended = { from: '2024-02-10', until: '2024-02-20' }
  const extensions = [
    { stage: 'PLANNING', ...extended },
    { stage: 'APPRAISAL', from: '2024-07-01', until: '2024-08-01' },
  ]
  const frame = frameOf(period, extensions, progressOf([cell('2024-01-10', 2)]))
  expect(frame).toMatchObject({ until: '2024-02-20', deadline: '2024-02-01' })
  expect(frame.stretches.at(-1)).toEqual({ kind: 'extension', ...extended })
})

test('without a calendar the frame goes from the first day of the period to the day of the last plan', () => {
  expect(frameOf({ from: '2026-01-01', windows: [] }, [], progressOf([cell('2026-02-03', 1)]))).toEqual({
    from: '2026-01-01',
    until: '2026-02-04',
    stretches: [],
    deadline: undefined,
  })
})
