import { beforeAll, expect, test } from 'vitest'
import { makeScene } from './observation/scene.ts'
import { server } from './support.ts'

// execution of 2026 has no calendar that a source gives: it is open all year
beforeAll(() => server({ clock: () => new Date('2026-03-02T03:00:00Z') }))

test('input that cannot be is refused, and says what to do', async () => {
  const { observed, observing, observation, words, behaviour, put } = await makeScene()
  await put('PREPARING')
  const save = (preparation: object) => observed.saveObservation({ input: { observation, version: 5, preparation } })
  const bad = (promise: Promise<unknown>, says: string) =>
    expect(promise).rejects.toMatchObject({ code: 'BAD_USER_INPUT', message: expect.stringContaining(says) })
  await bad(save({ behaviours: [behaviour(2)] }), 'not planned')
  await bad(save({ behaviours: [behaviour(1), behaviour(1)] }), 'twice')
  await bad(save({ schedule: { startsAt: '2026-03-02T99:00:00Z', place: 'Kelas' } }), 'no moment')
  await bad(save({ schedule: { startsAt: '2027-03-02T01:00:00Z', place: 'Kelas' } }), 'execution is not open')
  await bad(save({ efforts: Array(21).fill('x') }), 'more than 20')
  await bad(save({ lesson: ' ' }), '1 to 200')
  await observed.saveObservation({ input: { observation, version: 5, preparation: { mode: 'VIDEO' } } })
  await bad(observed.proposeObservation({ input: { observation, version: 6 } }), 'no target behaviour')
  await put('SCHEDULED')
  const record = (sheet: object) =>
    observing.recordObservation({ input: { observation, version: 5, sheet: { ...words.sheet, ...sheet } } })
  const [rating] = words.sheet.ratings ?? []
  if (!rating) throw new Error('two behaviours are prepared')
  await bad(record({ observedOn: '2026-03-03' }), 'until today')
  await bad(record({ observedOn: '2025-12-31' }), 'execution is open')
  await bad(record({ ratings: [{ ...rating, behaviour: behaviour(2) }] }), 'not prepared')
  await bad(record({ ratings: [rating, rating] }), 'twice')
  const line = { kind: 'AVOIDED', number: 4, level: 'NOT_DONE' }
  await bad(record({ ratings: [{ ...rating, examples: [line] }] }), '1 to 3')
  const twice = [1, 1].map((number) => ({ ...line, number }))
  await bad(record({ ratings: [{ ...rating, examples: twice }] }), 'twice')
  const finish = (sheet: object) =>
    observing.finishObservation({ input: { observation, version: 5, sheet: { ...words.sheet, ...sheet } } })
  await bad(observing.finishObservation({ input: { observation, version: 5 } }), 'Nothing was recorded')
  await bad(finish({ ratings: [rating] }), '1 of them')
  await bad(finish({ ratings: words.sheet.ratings?.map((one) => ({ ...one, note: null })) }), '2 of them')
})

test('where the catalogue knows no behaviours, a note says what was seen', async () => {
  const { observing, observation, words, put } = await makeScene('WORK_TEAM', { behaviours: [] })
  await put('SCHEDULED')
  const finish = (note: string | null) =>
    observing.finishObservation({ input: { observation, version: 5, sheet: { ...words.sheet, note } } })
  await expect(finish(null)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
  expect(await finish('Forum terbuka')).toMatchObject({ status: 'OBSERVED' })
})

test('a follow-up is of the period, and of a day that is over; fifty are enough', async () => {
  const { observed, observation, put } = await makeScene()
  await put('FOLLOWING_UP')
  const followUp = { effort: 'Membaca', source: 'Buku', place: 'ELSEWHERE' } as const
  const add = (on: string, version = 5) =>
    observed.followUpObservation({ input: { observation, version, followUp: { ...followUp, on } } })
  for (const day of ['2026-03-03', '2025-12-31'])
    await expect(add(day)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
  const { pool } = (await server()).database
  await pool.query('update observation set follow_ups = $1 where id = $2', [
    JSON.stringify(Array(49).fill({ ...followUp, on: '2026-01-01' })),
    observation.slice(4),
  ])
  await add('2026-03-02')
  await expect(add('2026-03-02', 6)).rejects.toMatchObject({
    code: 'BAD_USER_INPUT',
    message: expect.stringContaining('50'),
  })
})
