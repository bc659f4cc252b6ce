import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { commands } from './observation/commands.ts'
import { begin, type Owner } from './observation/model.ts'
import { setTable } from './observation/table.ts'
import { untilSmall } from './property.ts'
import { server } from './support.ts'

const runs = Number(process.env['RUNS'] ?? 8)

const march = '2024-03-05T06:00:00Z'
const june = '2024-06-10T06:00:00Z'
let now = march

beforeAll(() => server({ clock: () => new Date(now) }))

test('whatever steps are taken by whomever, everybody sees what the model says, and nobody the notes of another', async () => {
  const steps = commands(30, () => {
    now = june
  })
  const agree = fc.asyncProperty(
    fc.constantFrom<Owner>('Sari', 'Budi'),
    steps,
    untilSmall((owner, steps) => {
      now = march
      return fc.asyncModelRun(async () => ({ model: begin(owner), real: await setTable(owner) }), steps)
    }),
  )
  const details = await fc.check(agree, { numRuns: runs })
  expect(details.failed ? `${fc.defaultReportMessage(details)}\n${details.errorInstance}` : '').toBe('')
}, 1_200_000)
