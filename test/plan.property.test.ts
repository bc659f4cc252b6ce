import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { commands } from './plan/commands.ts'
import { begin, type Period } from './plan/model.ts'
import { setTable } from './plan/table.ts'
import { server } from './support.ts'

// on a developer's machine every run looks elsewhere; a build must not turn red by chance
const seed = Number(process.env['SEED'] ?? (process.env['CI'] ? 2026 : Math.floor(Math.random() * 1_000_000)))
const runs = Number(process.env['RUNS'] ?? 12)

const days: Readonly<Record<Period, string>> = { '2024-S1': '2024-01-15T03:00:00Z', '2026': '2026-03-02T03:00:00Z' }
let now = days['2026']

beforeAll(() => server({ clock: () => new Date(now) }))

test('whatever steps are taken by whomever, plans, notifications and events are as the model says', async () => {
  process.stdout.write(`SEED=${seed} RUNS=${runs}\n`)
  const agree = fc.asyncProperty(fc.constantFrom<Period>('2024-S1', '2026'), commands(30), (period, steps) => {
    now = days[period]
    return fc.asyncModelRun(async () => ({ model: begin(period), real: await setTable(period) }), steps)
  })
  // what has been found by then is small enough
  const details = await fc.check(agree, { seed, numRuns: runs, interruptAfterTimeLimit: 60_000 })
  expect(details.failed ? `${fc.defaultReportMessage(details)}\n${details.errorInstance}` : '').toBe('')
}, 600_000)
