import { beforeAll, expect, test } from 'vitest'
import { endSupervision } from './appoint.ts'
import { appoint } from './district.ts'
import { makeScene } from './observation/scene.ts'
import { server } from './support.ts'

// execution of 2026 has no calendar that a source gives: it is open all year
beforeAll(() => server({ clock: () => new Date('2026-03-02T03:00:00Z') }))

test('a whole cycle, from its preparation to its reflection', async () => {
  const { observed, observing, plan, words, behaviour } = await makeScene()
  const begun = await observed.prepareObservation({ input: { plan, preparation: words.preparation } })
  const observation = begun?.id ?? ''
  expect(begun).toMatchObject({ number: 1, status: 'PREPARING', version: 1 })
  await observed.proposeObservation({ input: { observation, version: 1 } })
  const waiting = await observing.observations({ filter: { waitingForMe: true } })
  expect(waiting.nodes).toMatchObject([{ id: observation, assignment: { person: { name: 'Sari' } } }])
  await observing.agreeToObservation({ input: { observation, version: 2 } })
  const [first, second] = words.sheet.ratings ?? []
  if (!first || !second) throw new Error('two behaviours are prepared')
  const examples = [{ kind: 'RECOMMENDED', number: 2, level: 'DONE_NOT_YET_EFFECTIVE' }] as const
  await observing.recordObservation({
    input: { observation, version: 3, sheet: { ...words.sheet, ratings: [{ ...first, examples: [...examples] }] } },
  })
  await expect(observing.finishObservation({ input: { observation, version: 4 } })).rejects.toMatchObject({
    code: 'BAD_USER_INPUT',
  })
  const ratings = [second, { ...first, examples: [...examples] }]
  await observing.finishObservation({ input: { observation, version: 4, sheet: { ...words.sheet, ratings } } })
  await observing.shareObservation({ input: { observation, version: 5 } })
  await observing.discussObservation({
    input: {
      observation,
      version: 6,
      discussion: {
        keep: 'Sapaan',
        improve: 'Tempo',
        awareness: 'AWARE_OF_DIFFICULTY',
        goal: 'Murid berbicara',
        effort: 'Belajar dari rekan',
        by: '2026-05-01',
      },
    },
  })
  for (const [index, place] of (['ELSEWHERE', 'PLATFORM'] as const).entries())
    await observed.followUpObservation({
      input: {
        observation,
        version: 7 + index,
        followUp: { effort: 'Mengamati', source: 'Rekan', place, on: '2026-03-01' },
      },
    })
  await observed.reflectOnObservation({
    input: { observation, version: 9, reflection: { achieved: 'Tenang', challenge: 'Waktu', next: 'Kelompok' } },
  })
  await observing.concludeObservation({
    input: { observation, version: 10, awareness: 'AWARE_OF_IMPACT', note: 'Lanjutkan' },
  })
  const over = await observed.observation({ id: observation })
  expect(over).toMatchObject({
    status: 'COMPLETED',
    version: 11,
    plan: { id: plan },
    content: {
      preparation: {
        mode: 'DIRECT',
        behaviours: [{ number: 1 }, { number: 3 }],
        efforts: ['Membaca modul'],
        lesson: 'Kelas 4, IPAS',
        lessonPlan: 'Modul ajar ekosistem',
        startsAt: new Date('2026-03-02T02:00:00Z'),
        place: 'Kelas 4A',
      },
      sheet: {
        observedOn: '2026-03-02',
        ratings: [
          { behaviour: { id: behaviour(1) }, level: 'DONE_AND_EFFECTIVE', note: 'Terlihat 1', examples },
          { behaviour: { id: behaviour(3) }, examples: [] },
        ],
        note: null,
        recommendation: 'Ikuti komunitas belajar',
      },
      discussion: { keep: 'Sapaan', by: '2026-05-01', support: null },
      followUps: [
        { number: 1, place: 'ELSEWHERE', on: '2026-03-01', certificate: null },
        { number: 2, place: 'PLATFORM' },
      ],
      reflection: { achieved: 'Tenang', challenge: 'Waktu', next: 'Kelompok' },
      conclusion: { awareness: 'AWARE_OF_IMPACT', note: 'Lanjutkan' },
    },
  })
  expect(over?.history.map(({ action, name }) => `${action} ${name}`)).toEqual([
    'PREPARE Sari',
    'PROPOSE Sari',
    'AGREE Budi',
    'RECORD Budi',
    'FINISH Budi',
    'SHARE Budi',
    'DISCUSS Budi',
    'FOLLOW_UP Sari',
    'FOLLOW_UP Sari',
    'REFLECT Sari',
    'CONCLUDE Budi',
  ])
})

test('the observed sees the sheet once it is shared, and not before; those above see it as it is written', async () => {
  const { district, observed, observing, observation, words, put } = await makeScene()
  await put('SCHEDULED')
  const ratna = await district.signIn('Ratna')
  const sheetFor = async (client: typeof observed) => (await client.observation({ id: observation }))?.content?.sheet
  await observing.recordObservation({ input: { observation, version: 5, sheet: words.sheet } })
  expect(await sheetFor(observed)).toBeNull()
  expect(await sheetFor(ratna)).toMatchObject({ recommendation: 'Ikuti komunitas belajar' })
  await observing.finishObservation({ input: { observation, version: 6 } })
  const before = await observed.observation({ id: observation })
  expect(before).toMatchObject({ status: 'OBSERVED', content: { sheet: null } })
  expect(JSON.stringify(before)).not.toMatch(/Terlihat|komunitas belajar|DONE_/)
  expect((await observed.notifications()).totalCount).toBe(0)
  await observing.shareObservation({ input: { observation, version: 7 } })
  expect(await sheetFor(observed)).toMatchObject({ recommendation: 'Ikuti komunitas belajar', ratings: [{}, {}] })
  expect((await observed.notifications()).nodes.map(({ kind }) => kind)).toEqual(['OBSERVATION_SHARED'])
})

test('a work team observes a principal, and his supervisor does not; without one the supervisor does', async () => {
  const { district, observing, observation, put } = await makeScene('WORK_TEAM')
  await put('PROPOSED')
  const ratna = await district.signIn('Ratna')
  await expect(ratna.agreeToObservation({ input: { observation, version: 5 } })).rejects.toMatchObject({
    code: 'FORBIDDEN',
  })
  expect((await ratna.observations({ filter: { waitingForMe: true } })).totalCount).toBe(0)
  expect((await observing.observations({ filter: { waitingForMe: true } })).totalCount).toBe(1)
  await endSupervision(district.assignment('Budi'), district.assignment('Dewi'), '2026-03-01')
  expect((await ratna.observations({ filter: { waitingForMe: true } })).totalCount).toBe(1)
  expect(await ratna.agreeToObservation({ input: { observation, version: 5 } })).toMatchObject({ status: 'SCHEDULED' })
  await expect(observing.observation({ id: observation })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('a schedule is offered, answered, and put off by either side, with the reason in the history', async () => {
  const { observed, observing, observation, words, put } = await makeScene()
  await put('PROPOSED')
  const { schedule } = words
  await observing.offerObservation({ input: { observation, version: 5, schedule, reason: 'Rapat dinas' } })
  await observed.acceptObservation({ input: { observation, version: 6 } })
  const other = { startsAt: '2026-03-09T01:00:00Z', place: 'Kelas 5B' }
  await observed.rescheduleObservation({ input: { observation, version: 7, schedule: other, reason: 'Ujian' } })
  expect(await observing.agreeToObservation({ input: { observation, version: 8 } })).toMatchObject({
    status: 'SCHEDULED',
  })
  const seen = await observed.observation({ id: observation })
  expect(seen?.content?.preparation).toMatchObject({ startsAt: new Date(other.startsAt), place: 'Kelas 5B' })
  const history = seen?.history.map(({ action, note, changes }) => [
    action,
    note,
    ...changes.map(({ item, before, after }) => `${item} ${before} → ${after}`),
  ])
  expect(history).toEqual([
    [
      'OFFER',
      'Rapat dinas',
      'PLACE Kelas 4A → Kelas 5B',
      'STARTS_AT 2026-03-02T02:00:00.000Z → 2026-03-02T05:30:00.000Z',
    ],
    ['ACCEPT', null],
    ['RESCHEDULE', 'Ujian', 'STARTS_AT 2026-03-02T05:30:00.000Z → 2026-03-09T01:00:00.000Z'],
    ['AGREE', null],
  ])
})

test('one cycle at a time; a cancelled one, or one that is over, makes room for the next', async () => {
  const { observed, observing, plan, observation, put } = await makeScene()
  await put('SCHEDULED')
  await expect(observed.prepareObservation({ input: { plan } })).rejects.toMatchObject({ code: 'CONFLICT' })
  await observing.cancelObservation({ input: { observation, version: 5, reason: 'Banjir' } })
  expect((await observed.notifications()).nodes.map(({ kind }) => kind)).toEqual(['OBSERVATION_CANCELLED'])
  const both = await Promise.allSettled([1, 2].map(() => observed.prepareObservation({ input: { plan } })))
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const { nodes } = await observed.observations({ filter: { plan } })
  expect(nodes.map(({ number, status }) => `${number} ${status}`).sort()).toEqual(['1 CANCELLED', '2 PREPARING'])
})

test.each([
  { planned: { status: 'SUBMITTED' }, why: 'not agreed' },
  { planned: { status: 'RESET_REQUESTED' }, why: 'about to be reset' },
  { planned: { scope: 'PLANNING_ONLY' }, why: 'for planning alone' },
])('a plan that is $why is not observed', async ({ planned }) => {
  const { observed, observing, plan, observation, put } = await makeScene('APPRAISER', planned)
  await expect(observed.prepareObservation({ input: { plan } })).rejects.toMatchObject({ code: 'CONFLICT' })
  await put('PROPOSED')
  await expect(observing.agreeToObservation({ input: { observation, version: 5 } })).rejects.toMatchObject({
    code: 'CONFLICT',
  })
  expect(
    await observed.cancelObservation({ input: { observation, version: 5, reason: 'Direncanakan lagi' } }),
  ).toMatchObject({
    status: 'CANCELLED',
  })
})

test('what has left the plan since is not observed', async () => {
  const { observing, observation, plan, words, put } = await makeScene()
  await put('SCHEDULED')
  const { pool } = (await server()).database
  await pool.query(`update plan set behaviours = '{POSITIVE_DISCIPLINE.2}' where id = $1`, [plan.slice(4)])
  await expect(
    observing.finishObservation({ input: { observation, version: 5, sheet: words.sheet } }),
  ).rejects.toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('plan has changed') })
})

test('who sees the state alone sees no content; strangers see nothing', async () => {
  const { district, observation, plan, put } = await makeScene()
  await put('SCHEDULED')
  await appoint('Hadi', district)
  const hadi = await district.signIn('Hadi')
  expect(await hadi.observation({ id: observation })).toMatchObject({
    status: 'SCHEDULED',
    content: null,
    history: [],
    myNote: null,
  })
  await expect(hadi.cancelObservation({ input: { observation, version: 5, reason: 'x' } })).rejects.toMatchObject({
    code: 'FORBIDDEN',
  })
  const agus = await district.signIn('Agus')
  await expect(agus.observation({ id: observation })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(agus.cancelObservation({ input: { observation, version: 5, reason: 'x' } })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
  await expect(agus.prepareObservation({ input: { plan } })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect((await agus.observations()).totalCount).toBe(0)
})

test('a step on another version is refused, and tells the current one', async () => {
  const { observing, observation, put } = await makeScene()
  await put('PROPOSED')
  await expect(observing.agreeToObservation({ input: { observation, version: 4 } })).rejects.toMatchObject({
    code: 'CONFLICT',
    errors: [{ currentVersion: 5 }],
  })
})
