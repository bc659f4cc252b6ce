import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { commands } from './observation/commands.ts'
import { begin, type Owner } from './observation/model.ts'
import { setTable } from './observation/table.ts'
import { server } from './support.ts'

// on a developer's machine every run looks elsewhere; a build must not turn red by chance
const seed = Number(process.env['SEED'] ?? (process.env['CI'] ? 2024 : Math.floor(Math.random() * 1_000_000)))
const runs = Number(process.env['RUNS'] ?? 8)

const march = '2024-03-05T06:00:00Z'
const june = '2024-06-10T06:00:00Z'
let now = march

beforeAll(() => server({ clock: () => new Date(now) }))

test('whatever steps are taken by whomever, everybody sees what the model says, and nobody the notes of another', async () => {
  process.stdout.write(`SEED=${seed} RUNS=${runs}\n`)
  const steps = commands(30, () => {
    now = june
  })
  const agree = fc.asyncProperty(fc.constantFrom<Owner>('Sari', 'Budi'), steps, (owner, steps) => {
    now = march
    return fc.asyncModelRun(async () => ({ model: begin(owner), real: await setTable(owner) }), steps)
  })
  // what has been found by then is small enough
  const details = await fc.check(agree, { seed, numRuns: runs, interruptAfterTimeLimit: 60_000 })
  expect(details.failed ? `${fc.defaultReportMessage(details)}\n${details.errorInstance}` : '').toBe('')
}, 600_000)
