import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Stage } from '../server/generated/schema.ts'
import { rulesOf } from '../server/period/period-code.ts'
import { rules } from '../server/period/rules.ts'
import { daysLeftOn, type OpenDays, planningOn } from '../server/period/season.ts'
import { makeDistrict } from './district.ts'
import { server, signInOperator } from './support.ts'

const dayAfter = (days: number) => new Date(Date.UTC(2023, 11, 1 + days)).toISOString().slice(0, 10)

// so few days that windows often meet, touch and leave a gap
const near = fc.integer({ min: 0, max: 130 }).map((days) => days * 3)

const extension = fc
  .record({
    stage: fc.constantFrom(Stage.PLANNING, Stage.PLANNING, Stage.LATE_PLANNING, Stage.EXECUTION),
    start: near,
    length: fc.integer({ min: 1, max: 20 }),
    above: fc.boolean(),
  })
  .map(({ stage, start, length, above }) => ({
    stage,
    from: dayAfter(start),
    until: dayAfter(start + length * 3),
    above,
  }))

const cases = fc.record({
  period: fc.constantFrom(...rules.map(({ code }) => code)),
  day: fc.oneof(near, fc.integer({ min: 0, max: 1_150 })).map(dayAfter),
  extensions: fc.array(extension, { maxLength: 5 }),
})

test('whatever is extended, the graph tells what the rule says', async () => {
  const district = await makeDistrict()
  const { pool } = (await server()).database
  const operator = await signInOperator()
  const [own, above] = [district.code, district.province.slice(4)]
  await fc.assert(
    fc.asyncProperty(cases, async ({ period, day, extensions }) => {
      await pool.query('delete from window_extension')
      for (const { stage, from, until, above: isAbove } of extensions)
        await pool.query(
          'insert into window_extension values (gen_random_uuid(), $1, $2, $3, daterange($4, $5), $6, now())',
          [period, stage, isAbove ? above : own, from, until, 'Banjir'],
        )
      const told = (office?: string) => operator.planningOf({ id: `prd_${period}`, office, asOf: day })
      const rule = (known: readonly OpenDays[]) => {
        const seasons = { ...rulesOf(period), extensions: known }
        return { state: planningOn(day, seasons), daysLeft: daysLeftOn(day, seasons) }
      }
      expect(await told(district.office)).toEqual(rule(extensions))
      expect(await told()).toEqual(rule([]))
    }),
    { numRuns: 150 },
  )
})
