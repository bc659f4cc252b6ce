import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { seed, untilSmall } from './property.ts'
import { calendars, periods } from './semester/calendar.ts'
import { owners } from './semester/cast.ts'
import { clock } from './semester/clock.ts'
import { commands } from './semester/commands.ts'
import { askEveryWay } from './semester/every-way.ts'
import { begin, type Model } from './semester/model.ts'
import { steps } from './semester/rules.ts'
import { setScene } from './semester/scene.ts'
import { server } from './support.ts'

const runs = Number(process.env['RUNS'] ?? 7)

let taken: Model['taken'] = new Map()
let hasFailed = false

beforeAll(() => server({ clock: () => new Date(clock.now) }))

const semester = fc.asyncProperty(
  fc.constantFrom(...owners),
  fc.constantFrom(...periods),
  commands(120),
  untilSmall(async (owner, period, drawn) => {
    clock.now = Date.parse(calendars[period].start)
    const model = begin(owner, period, clock.now, taken)
    const scene = await setScene(owner, period)
    try {
      await fc.asyncModelRun(async () => ({ model, real: scene }), drawn)
      await askEveryWay(model, scene)
    } catch (error) {
      // from then on all runs begin alike, so that what fails can be made smaller
      hasFailed = true
      throw error
    }
    if (!hasFailed) taken = model.taken
  }),
)

test('F10: whatever is done in a semester, by whomever and whenever: no other states, no document lost, nothing told to whom it is not for', async () => {
  // a build goes on until every step was taken: which ones chance takes changes with the rules
  const isBuild = process.env['CI'] !== undefined
  const batches = isBuild ? 6 : 1
  let missing = steps
  for (let batch = 0; batch < batches && missing.length; batch += 1) {
    const details = await fc.check(semester, { seed: seed + batch, numRuns: runs, unbiased: true })
    if (details.failed) throw new Error(fc.defaultReportMessage(details), { cause: details.errorInstance })
    missing = steps.filter((step) => !taken.has(step))
  }
  process.stdout.write(`${[...taken].map(([step, times]) => `${step} ${times}`).join(', ')}; never: ${missing}\n`)
  if (isBuild) expect(missing).toEqual([])
}, 1_200_000)
