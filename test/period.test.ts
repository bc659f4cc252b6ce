import { expect, test } from 'vitest'
import { clientOf } from './support.ts'

test('points were recommended in 2024 and abolished after it', async () => {
  const periods = await (await clientOf()).periods()
  const points = periods.map(({ code, pointsFrom, pointsTo, evidence }) => [code, pointsFrom, pointsTo, evidence])
  expect(points).toEqual([
    ['2024-S1', 32, 128, 'UPLOAD'],
    ['2024-S2', 32, 128, 'UPLOAD'],
    ['2025', null, null, 'CONFIRMATION'],
    ['2026', null, null, 'CONFIRMATION'],
  ])
})

test('the windows of the first semester of 2024 come in order, with exclusive ends', async () => {
  const [first] = await (await clientOf()).periods()
  expect(first?.windows.map(({ stage, from, until }) => `${stage} ${from} ${until}`)).toEqual([
    'PLANNING 2024-01-01 2024-02-01',
    'LATE_PLANNING 2024-02-01 2024-04-01',
    'EXECUTION 2024-02-01 2024-05-31',
    'APPRAISAL 2024-06-01 2024-07-01',
  ])
})
