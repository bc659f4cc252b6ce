import { beforeAll, describe, expect, test } from 'vitest'
import type { PlanContentInput } from '../sdk/index.ts'
import { adjusted, content, makePlan, note, period, type Stage, unknown } from './plan/stage.ts'
import { clientOf, server } from './support.ts'

let now = '2024-01-15T03:00:00Z'

beforeAll(() => server({ clock: () => new Date(now) }))

const training = 'act_01893f00-0000-7000-8001-240100000001'
const trainingOfLater = 'act_01893f00-0000-7000-8001-240200000001'
/** Tries something, which must be refused so, and leave nothing behind. */
async function refuses(stage: Stage, tried: () => Promise<unknown>, code: string, message: RegExp) {
  const before = await stage.written()
  await expect(tried()).rejects.toMatchObject({ code, message: expect.stringMatching(message) })
  expect(await stage.written()).toBe(before)
}

const activities = (...lines: [string, number?][]) => lines.map(([activity, times = 1]) => ({ activity, times }))
const duty = { name: 'Wali kelas', decree: '800/1' }

describe('content that cannot be chosen', () => {
  const cases: [string, PlanContentInput, RegExp][] = [
    ['an indicator that there is not', { indicator: 'ind_KINDNESS' }, /indicator is not of the period .+: ask for/],
    ["an indicator of the other position's", { indicator: 'ind_VISION_AND_MISSION' }, /it is PRINCIPAL's/],
    ["another indicator's behaviour", { ...content, behaviours: ['beh_INSTRUCTION.1'] }, /not of the chosen indicator/],
    ['a behaviour that there is not', { ...content, behaviours: ['beh_POSITIVE_DISCIPLINE.9'] }, /not of the chosen/],
    ['behaviours without an indicator', { behaviours: content.behaviours }, /not of the chosen indicator/],
    ['a behaviour twice', { ...content, behaviours: [1, 1].map((n) => `beh_POSITIVE_DISCIPLINE.${n}`) }, /twice/],
    ['an activity of another catalogue', { activities: activities([trainingOfLater]) }, /ask developmentActivities/],
    ['an activity twice', { activities: activities([training], [training]) }, /activities names something twice/],
    ['an activity no time', { activities: activities([training, 0]) }, /times is 1 to 20/],
    ['an activity 21 times', { activities: activities([training, 21]) }, /times is 1 to 20/],
    ['a duty twice', { duties: [duty, { ...duty, decree: '800/2' }] }, /duties names something twice/],
    ['a duty without a name', { duties: [{ ...duty, name: ' ' }] }, /duties.name is 1 to 200 characters/],
    [
      '101 duties',
      { duties: Array.from({ length: 101 }, (_, n) => ({ ...duty, name: `Tugas ${n}` })) },
      /more than 100/,
    ],
    ['expectations by the owner', { expectations: [{ value: 'SERVICE', text: 'x' }] }, /for the supervisor to write/],
    ['an id of another type', { indicator: training }, /expected an indicator, got a development activity/],
    ['no id', { indicator: 'POSITIVE_DISCIPLINE' }, /is not an id: ids look like/],
  ]

  test.each(cases)('%s', async (_, wrong, message) => {
    const stage = await makePlan('NONE')
    const input = { assignment: stage.assignment, period, content: wrong }
    await refuses(stage, () => stage.sari.draftPlan({ input }), 'BAD_USER_INPUT', message)
    const plan = (await stage.sari.draftPlan({ input: { assignment: stage.assignment, period } }))?.id ?? ''
    const saved = () => stage.sari.savePlan({ input: { plan, version: 1, content: wrong } })
    await refuses(stage, saved, 'BAD_USER_INPUT', message)
  })

  test('duties of a principal', async () => {
    const stage = await makePlan('NONE')
    const input = { assignment: stage.district.assignment('Budi'), period, content: { duties: [duty] } }
    await refuses(stage, () => stage.budi.draftPlan({ input }), 'BAD_USER_INPUT', /duties are for teachers/)
  })
})

describe('a plan that cannot begin', () => {
  test('a second one for a period', async () => {
    const stage = await makePlan('DRAFT')
    const again = () => stage.sari.draftPlan({ input: { assignment: stage.assignment, period } })
    await refuses(stage, again, 'CONFLICT', /go on with that one/)
  })

  test.each(['2023', '2024-S3', '2024\u0000', ''])('for the period %j', async (wrong) => {
    const stage = await makePlan('NONE')
    const begun = () => stage.sari.draftPlan({ input: { assignment: stage.assignment, period: wrong } })
    await refuses(stage, begun, 'BAD_USER_INPUT', /there are 2024-S1, 2024-S2, 2025, 2026/)
  })

  test('before its period, and after planning; both tell the days', async () => {
    const stage = await makePlan('NONE')
    const begin = (of: string) => stage.sari.draftPlan({ input: { assignment: stage.assignment, period: of } })
    await refuses(stage, () => begin('2024-S2'), 'CONFLICT', /from 2024-07-01 until before 2025-01-01/)
    now = '2024-04-01T03:00:00Z'
    const late = refuses(stage, () => begin(period), 'CONFLICT', /from 2024-02-01 until before 2024-04-01. An operator/)
    await late.finally(() => {
      now = '2024-01-15T03:00:00Z'
    })
  })

  test("of a colleague's, and of nobody's: both are answered alike", async () => {
    const stage = await makePlan('NONE')
    const begin = (assignment: string) => stage.agus.draftPlan({ input: { assignment, period } })
    const same = /^draftPlan: NOT_FOUND: There is no such assignment that you may see\.$/
    await refuses(stage, () => begin(stage.assignment), 'NOT_FOUND', same)
    await refuses(stage, () => begin('asg_01890000-0000-7000-8000-000000000000'), 'NOT_FOUND', same)
  })
})

describe('a step that is refused', () => {
  test.each([2, 0, -1, 2 ** 31 - 1])('on version %i', async (version) => {
    const stage = await makePlan('DRAFT')
    const submitted = () => stage.sari.submitPlan({ input: { plan: stage.plan, version } })
    await refuses(stage, submitted, 'CONFLICT', /it is at version 1\. Read it again/)
  })

  test.each([2 ** 31, 1.5])('on a version that is no Int: %d', async (version) => {
    const stage = await makePlan('DRAFT')
    const submitted = () => stage.sari.submitPlan({ input: { plan: stage.plan, version } })
    await refuses(stage, submitted, 'BAD_USER_INPUT', /Int/)
  })

  test('out of turn', async () => {
    const stage = await makePlan('DRAFT')
    const approved = () => stage.budi.approvePlan({ input: { plan: stage.plan, version: 1 } })
    await refuses(stage, approved, 'CONFLICT', /is DRAFT: this step is for plans that are SUBMITTED or IN_REVIEW/)
  })

  test('on what is not whole', async () => {
    const stage = await makePlan('DRAFT')
    const { plan, sari } = stage
    await sari.savePlan({ input: { plan, version: 1, content: { indicator: content.indicator } } })
    const one = () => sari.submitPlan({ input: { plan, version: 2 } })
    await refuses(stage, one, 'BAD_USER_INPUT', /choose one or more of its indicator, and save it/)
    await sari.savePlan({ input: { plan, version: 2, content: {} } })
    const none = () => sari.submitPlan({ input: { plan, version: 3 } })
    await refuses(stage, none, 'BAD_USER_INPUT', /choose exactly one, and save it/)
  })

  test('an adjustment without a change, without a note, of one item noted twice, or of a plan made hollow', async () => {
    const stage = await makePlan('SUBMITTED')
    const adjust = (wanted: PlanContentInput, ...notes: (typeof note)[]) =>
      stage.budi.adjustPlan({ input: { plan: stage.plan, version: 2, content: wanted, notes } })
    await refuses(stage, () => adjust(content, note), 'BAD_USER_INPUT', /approve it, or change something/)
    await refuses(stage, () => adjust(adjusted), 'BAD_USER_INPUT', /says nothing on BEHAVIOUR: tell the owner why/)
    await refuses(stage, () => adjust(adjusted, note, note), 'BAD_USER_INPUT', /notes names something twice/)
    await refuses(stage, () => adjust({}, note), 'BAD_USER_INPUT', /no indicator: choose/)
    const empty = () => adjust(adjusted, { ...note, note: ' ' as typeof note.note })
    await refuses(stage, empty, 'BAD_USER_INPUT', /notes.note is 1 to 10,000 characters/)
  })

  test("on a stranger's plan, and on none: both are answered alike, whatever the version and the status", async () => {
    const stage = await makePlan('SUBMITTED')
    const same = /^approvePlan: NOT_FOUND: There is no such plan that you may see\.$/
    for (const plan of [stage.plan, unknown])
      for (const version of [1, 2]) {
        const approved = () => stage.agus.approvePlan({ input: { plan, version } })
        await refuses(stage, approved, 'NOT_FOUND', same)
      }
  })

  test('without a sign-in', async () => {
    const stage = await makePlan('DRAFT')
    const stranger = await clientOf()
    const submitted = () => stranger.submitPlan({ input: { plan: stage.plan, version: 1 } })
    await refuses(stage, submitted, 'UNAUTHENTICATED', /Sign in first/)
  })

  test('with the id of something else', async () => {
    const stage = await makePlan('DRAFT')
    const submitted = () => stage.sari.submitPlan({ input: { plan: stage.assignment, version: 1 } })
    await refuses(stage, submitted, 'BAD_USER_INPUT', /expected a plan, got an assignment/)
  })
})

describe('text', () => {
  test.each([
    '<script>alert(1)</script> & <b>tebal</b> &amp;',
    'Semangat 👩🏽‍🏫🇮🇩 — “kutipan” \\n \\u0041',
    'ملاحظة \u202eمن اليمين\u202c',
    "'; drop table plan; --",
    'baris satu\nbaris dua\ttab',
    '💡'.repeat(10_000),
  ])('%.30j comes back as it went in', async (text) => {
    const stage = await makePlan('ADJUSTED')
    const { plan, sari, budi } = stage
    await sari.sendBackPlan({ input: { plan, version: 3, reason: text } })
    expect((await budi.plan({ id: plan }))?.history.at(-1)?.note).toBe(text)
    const notes = [{ ...note, note: text }]
    await budi.adjustPlan({ input: { plan, version: 4, content: adjusted, notes } })
    const changes = (await sari.plan({ id: plan }))?.history.at(-1)?.changes
    expect(new Set(changes?.map((change) => change.note))).toEqual(new Set([text]))
  })

  test.each([
    ['nothing', '', /reason is 1 to 10,000 characters/],
    ['spaces', ' \n ', /reason is 1 to 10,000 characters/],
    ['10,001 characters', 'x'.repeat(10_001), /reason is 1 to 10,000 characters/],
    ['NUL', 'a\u0000b', /reason holds a NUL or half a character/],
    ['half a character', 'a\ud83d', /reason holds a NUL or half a character/],
    ['the other half', '\udca1b', /reason holds a NUL or half a character/],
  ])('%s is refused as a reason', async (_, reason, message) => {
    const stage = await makePlan('ADJUSTED')
    const sent = () => stage.sari.sendBackPlan({ input: { plan: stage.plan, version: 3, reason } })
    await refuses(stage, sent, 'BAD_USER_INPUT', message)
  })

  test.each(['a\u0000b', 'a\ud83d'])('%j is refused wherever there is text', async (text) => {
    const stage = await makePlan('SUBMITTED')
    const { plan, sari, budi, assignment } = stage
    const no = /holds a NUL or half a character: type the text again/
    const expectations = [{ value: 'SERVICE', text } as const]
    const input = { plan, version: 2 }
    await refuses(stage, () => budi.approvePlan({ input: { ...input, note: text } }), 'BAD_USER_INPUT', no)
    const notes = [note, { item: 'EXPECTATION', note: 'x' } as const]
    const expecting = () => budi.adjustPlan({ input: { ...input, content: { ...adjusted, expectations }, notes } })
    await refuses(stage, expecting, 'BAD_USER_INPUT', no)
    const noting = () => budi.adjustPlan({ input: { ...input, content: adjusted, notes: [{ ...note, note: text }] } })
    await refuses(stage, noting, 'BAD_USER_INPUT', no)
    for (const wrong of [
      { ...duty, name: text },
      { ...duty, decree: text },
    ]) {
      const begun = () => sari.draftPlan({ input: { assignment, period, content: { duties: [wrong] } } })
      await refuses(stage, begun, 'BAD_USER_INPUT', no)
    }
  })
})
