import { beforeAll, expect, test } from 'vitest'
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
        startsAt: '2026-03-02T02:00:00.000Z',
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
