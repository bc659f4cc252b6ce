import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { may } from '../server/access/permission.ts'
import { mutations } from '../server/access/policy.ts'
import { lastDayToObject } from '../server/appraisal/objection.ts'
import { workflow } from '../server/appraisal/workflow.ts'
import { AppraisalStatus, Stage } from '../server/generated/schema.ts'
import { isOpen } from '../server/period/season.ts'
import { drawWorkflow } from './appraisal/drawing.ts'

test('the README of the folder draws the workflow as it is', async () => {
  const [prose] = (await readFile('server/appraisal/README.md', 'utf8')).split('<!-- drawn -->\n')
  await expect(`${prose}<!-- drawn -->\n${drawWorkflow()}`).toMatchFileSnapshot('../server/appraisal/README.md')
})

test('every status is reached, every step is somebody’s, and what is decided on an objection stays', () => {
  const steps = Object.values(workflow)
  expect(new Set(steps.map(({ to }) => to))).toEqual(new Set(Object.values(AppraisalStatus)))
  for (const { mutation } of steps) expect(mutations[mutation].length).toBeGreaterThan(0)
  for (const { from } of steps) expect(Object.values(from).flat()).not.toContain('DECIDED')
  expect(may('decideObjection', ['APPRAISER', 'WORK_TEAM', 'SELF', 'OPERATOR'])).toBe(false)
})

// domain.md §5d: June 2024, done by 30 June; §9: from 13 November 2025
test('appraisal is open in its window, and all along a period whose window no source gives', () => {
  const windows = [{ stage: Stage.APPRAISAL, from: '2024-06-01', until: '2024-07-01' }]
  const extensions = [{ stage: Stage.APPRAISAL, from: '2024-07-10', until: '2024-07-12' }]
  const first = { from: '2024-01-01', until: '2024-07-01', windows, extensions }
  const open = (day: string) => isOpen(Stage.APPRAISAL, day, first)
  expect(['2024-05-31', '2024-06-01', '2024-06-30', '2024-07-01', '2024-07-11'].map(open)).toEqual([
    false,
    true,
    true,
    false,
    true,
  ])
  const silent = { ...first, windows: [] }
  expect(['2023-12-31', '2024-01-01'].map((day) => isOpen(Stage.APPRAISAL, day, silent))).toEqual([false, true])
})

// domain.md §5c, "Keberatan" (PP 30/2019 ps 59): at most 14 days after receiving the result
test('the last day to object is the 14th after the result, over the ends of months and years', () => {
  expect(['2024-06-16', '2024-02-20', '2025-12-25'].map(lastDayToObject)).toEqual([
    '2024-06-30',
    '2024-03-05',
    '2026-01-08',
  ])
})
