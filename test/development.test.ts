import { afterAll, describe, expect, test } from 'vitest'
import { activities, catalogues } from '../server/development/activities.ts'
import { duties } from '../server/development/duties.ts'
import { Certainty, Position, SchoolLevel } from '../server/generated/schema.ts'
import { rulesOf } from '../server/period/period-code.ts'
import { makeDistrict } from './district.ts'
import { operatorOn, personOn, stopMoments } from './moment.ts'
import { clientOf } from './support.ts'

afterAll(stopMoments)

const { SEVERAL_SOURCES, ONE_OFFICIAL_SOURCE, ONE_UNOFFICIAL_SOURCE } = Certainty

describe('the catalogue of 2024', () => {
  test('holds the rows that sources give, with their points (domain.md §3)', () => {
    expect(activities.map(({ number, points, certainty }) => [number, points, certainty])).toEqual([
      [1, 8, SEVERAL_SOURCES],
      [2, 8, SEVERAL_SOURCES],
      [3, 36, SEVERAL_SOURCES],
      [4, 8, ONE_OFFICIAL_SOURCE],
      [5, 4, ONE_OFFICIAL_SOURCE],
      [6, null, ONE_OFFICIAL_SOURCE],
      [null, 8, ONE_UNOFFICIAL_SOURCE],
      [null, 4, ONE_UNOFFICIAL_SOURCE],
    ])
  })

  test('begins every row as the official table does', () => {
    for (const { name } of activities) expect(name).toMatch(/^Meningkatnya kompetensi melalui peran sebagai \S/)
  })

  test.each(activities)('names where "$name" is written', ({ sources, certainty, points, note }) => {
    expect(sources.length).toBeGreaterThanOrEqual(certainty === SEVERAL_SOURCES ? 2 : 1)
    expect(new Set(sources).size).toBe(sources.length)
    for (const source of sources) expect(source.trim()).not.toBe('')
    if (points === null) expect(note).toContain('not found')
  })

  test('is for teachers; only its first row names principals too', () => {
    expect(activities.every(({ positions }) => positions.includes(Position.TEACHER))).toBe(true)
    expect(
      activities.filter(({ positions }) => positions.includes(Position.PRINCIPAL)).map((one) => one.number),
    ).toEqual([1])
  })

  test('is of the periods that count points, and of no other', () => {
    expect(catalogues.map(({ period }) => period)).toEqual(['2024-S1', '2024-S2'])
    for (const { period } of catalogues) expect(rulesOf(period).pointsFrom).not.toBeNull()
  })

  test('is answered by number, those without one last', async () => {
    const stranger = await clientOf()
    const known = await stranger.developmentActivities({ period: '2024-S1', catalogue: 'known' })
    expect(known.map(({ number, points }) => [number, points])).toEqual(
      activities.map((one) => [one.number, one.points]),
    )
    expect(
      await stranger.developmentActivities({ period: '2024-S1', catalogue: 'known', position: 'PRINCIPAL' }),
    ).toHaveLength(1)
    expect(await stranger.developmentActivities({ period: '2025' })).toEqual([])
  })
})

describe('additional duties', () => {
  test('are those that sources name, by kind of school (4845lampung.blogspot.com/2024/01; Permendikbud 15/2018)', async () => {
    for (const { sources, basis } of duties) {
      expect(sources.length).toBeGreaterThan(0)
      expect(basis).toBe('Permendikbud 15/2018')
    }
    const stranger = await clientOf()
    const names = async (level: SchoolLevel) => (await stranger.additionalDuties({ level })).map(({ name }) => name)
    expect(await names(SchoolLevel.SMK)).toContain('Ketua Program Keahlian')
    expect(await names(SchoolLevel.SD)).not.toContain('Wakil Kepala Satuan Pendidikan')
    expect(await names(SchoolLevel.SD)).toContain('Kepala Perpustakaan')
  })
})

describe('a plan of 2024', () => {
  const day = '2024-01-15'

  /** Sari, the lines that she can choose, and how her plan adds up. */
  async function makePlan() {
    const district = await makeDistrict()
    const sari = await personOn(day, district.person('Sari'))
    const lines = await sari.developmentActivities({ period: '2024-S1', catalogue: 'known', position: 'TEACHER' })
    const input = { assignment: district.assignment('Sari'), period: '2024-S1' }
    const plan = (await sari.draftPlan({ input }))?.id ?? ''
    let version = 0
    const sum = async (...chosen: readonly (readonly [string | undefined, number])[]) => {
      version += 1
      const content = {
        indicator: 'ind_POSITIVE_DISCIPLINE',
        behaviours: ['beh_POSITIVE_DISCIPLINE.1'],
        activities: chosen.map(([activity = '', times]) => ({ activity, times })),
      }
      const saved = await sari.savePlan({ input: { plan, version, content } })
      return [saved?.content?.points, saved?.content?.warnings]
    }
    return { district, sari, lines: lines.map(({ id }) => id), sum }
  }

  test('adds up what is chosen, and warns outside 32 to 128 (pusatinformasi 26037247064217)', async () => {
    const { lines, sum } = await makePlan()
    expect(await sum([lines[0], 3])).toEqual([24, ['POINTS_BELOW']])
    expect(await sum([lines[0], 3], [lines[4], 2])).toEqual([32, []])
    expect(await sum([lines[2], 3], [lines[0], 3])).toEqual([132, ['POINTS_ABOVE']])
    expect(await sum([lines[2], 1], [lines[5], 1])).toEqual([36, ['POINTS_UNKNOWN']])
  })

  test('takes no activity of another catalogue', async () => {
    const { sari, sum } = await makePlan()
    const [other] = await sari.developmentActivities({ period: '2024-S2', catalogue: 'known' })
    await expect(sum([other?.id, 1])).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      message: expect.stringContaining("not of this plan's catalogue"),
    })
  })

  test('keeps its catalogue when a new one is loaded; later plans have that one', async () => {
    const { district, lines, sum } = await makePlan()
    const operator = await operatorOn(day)
    const line = {
      name: 'Narasumber seminar nasional',
      points: 20,
      positions: [Position.TEACHER],
      sources: ['juknis, lampiran'],
      certainty: ONE_OFFICIAL_SOURCE,
    }
    const input = { period: '2024-S1', catalogue: 'juknis-2024', activities: [line] }
    const loaded = await operator.importActivityCatalogue({ input })
    const fresh = loaded[0]?.id
    await expect(operator.importActivityCatalogue({ input })).rejects.toMatchObject({ code: 'CONFLICT' })

    expect(await sum([lines[2], 1])).toEqual([36, []])
    await expect(sum([fresh, 2])).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })

    const agus = await personOn(day, district.person('Agus'))
    expect((await agus.developmentActivities({ period: '2024-S1' })).map(({ id }) => id)).toEqual([fresh])
    const later = await agus.draftPlan({
      input: {
        assignment: district.assignment('Agus'),
        period: '2024-S1',
        content: { activities: [{ activity: fresh ?? '', times: 2 }] },
      },
    })
    expect(later?.content).toMatchObject({ points: 40, warnings: ['INCOMPLETE'] })
    const old = (activity = '') => ({ activities: [{ activity, times: 1 }] })
    await expect(
      agus.savePlan({ input: { plan: later?.id ?? '', version: 1, content: old(lines[0]) } }),
    ).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
  })

  test('a catalogue that cannot be is refused, with its line', async () => {
    const operator = await operatorOn(day)
    const line = {
      name: 'Lokakarya',
      positions: [Position.TEACHER],
      sources: ['juknis'],
      certainty: ONE_OFFICIAL_SOURCE,
    }
    const refusal = (catalogue: string, ...changed: object[]) =>
      operator
        .importActivityCatalogue({
          input: { period: '2024-S1', catalogue, activities: changed.map((one) => ({ ...line, ...one })) },
        })
        .then(
          () => null,
          ({ message }: Error) => message,
        )
    expect(await refusal(' ', {})).toContain('input.catalogue is 1 to 40 characters')
    expect(await refusal('new', {}, { name: 'x'.repeat(501) })).toContain('activities[1].name is 1 to 500 characters')
    expect(await refusal('new', { points: 129 })).toContain('activities[0].points is 1 to 128')
    expect(await refusal('new', { sources: [] })).toContain('activities[0].sources')
    expect(await refusal('new', { number: 1 }, { number: 1 })).toContain('a number twice')
    expect(await refusal('new')).toContain('1 to 500 lines')
  })
})
