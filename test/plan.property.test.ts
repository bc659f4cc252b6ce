import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { commands } from './plan/commands.ts'
import { begin, type Period } from './plan/model.ts'
import { setTable } from './plan/table.ts'
import { untilSmall } from './property.ts'
import { server } from './support.ts'

const runs = Number(process.env['RUNS'] ?? 12)

const days: Readonly<Record<Period, string>> = { '2024-S1': '2024-01-15T03:00:00Z', '2026': '2026-03-02T03:00:00Z' }
let now = days['2026']

beforeAll(() => server({ clock: () => new Date(now) }))

test('whatever steps are taken by whomever, plans, notifications and events are as the model says', async () => {
  const agree = fc.asyncProperty(
    fc.constantFrom<Period>('2024-S1', '2026'),
    commands(30),
    untilSmall((period, steps) => {
      now = days[period]
      return fc.asyncModelRun(async () => ({ model: begin(period), real: await setTable(period) }), steps)
    }),
  )
  const details = await fc.check(agree, { numRuns: runs })
  expect(details.failed ? `${fc.defaultReportMessage(details)}\n${details.errorInstance}` : '').toBe('')
}, 1_200_000)
