import { expect, test } from 'vitest'
import { makeDistrict } from './district.ts'
import { clientOf, server, signInOperator } from './support.ts'

test('the catalogue of a period holds eight indicators for each role, each with its certainty', async () => {
  const stranger = await clientOf()
  const teachers = await stranger.indicators({ period: '2024-S1', role: 'TEACHER' })
  expect(teachers.map(({ code }) => code)).toContain('POSITIVE_DISCIPLINE')
  expect(teachers).toHaveLength(8)
  expect(teachers.every(({ behaviours }) => behaviours.length === 3)).toBe(true)
  expect(await stranger.indicators({ period: '2024-S1', role: 'PRINCIPAL' })).toHaveLength(8)
  expect(await stranger.indicators({ role: 'OFFICE_HEAD' })).toEqual([])
})

test('a period that there is not is refused with those that there are', async () => {
  const stranger = await clientOf()
  await expect(stranger.indicators({ period: '2023' })).rejects.toMatchObject({
    code: 'BAD_USER_INPUT',
    message: expect.stringContaining('No such period: there are 2024-S1, 2024-S2, 2025, 2026.'),
  })
})

test('a school’s report card comes newest first, or of one year', async () => {
  const district = await makeDistrict()
  const { database } = await server()
  await database.pool.query(
    `insert into report_card_score select $1, year, code, 38.3 + number, 'KURANG' from indicator, (values (2023), (2024)) as years (year)
     where role = 'TEACHER'`,
    [district.school.slice(4)],
  )
  const operator = await signInOperator()
  const both = await operator.reportCard({ school: district.school })
  expect(both).toHaveLength(16)
  expect(both?.[0]).toMatchObject({ year: 2024, label: 'KURANG' })
  const one = await operator.reportCard({ school: district.school, year: 2023 })
  expect(one?.find(({ indicator }) => indicator.code === 'ORDERLY_CLASSROOM')).toMatchObject({
    year: 2023,
    score: 39.3,
  })
})

test('indicators are recommended from the weakest of the newest year on; the choice is free', async () => {
  const district = await makeDistrict()
  const { database } = await server()
  await database.pool.query(
    `insert into report_card_score values ($1, 2023, 'CARE_AND_CONCERN', 5, 'KURANG'), ($1, 2024, 'EXPECTATIONS', 40, 'BAIK'),
       ($1, 2024, 'ORDERLY_CLASSROOM', 30, 'KURANG'), ($1, 2024, 'POSITIVE_DISCIPLINE', 20.5, 'KURANG'), ($1, 2024, 'INSTRUCTION', 10, 'SEDANG')`,
    [district.school.slice(4)],
  )
  const sari = await district.signIn('Sari')
  const asked = { assignment: district.assignment('Sari'), period: '2024-S1' }
  const recommended = await sari.recommendedIndicators(asked)
  expect(recommended?.map(({ rank, indicator, why }) => [rank, indicator.code, why?.label])).toEqual([
    [1, 'POSITIVE_DISCIPLINE', 'KURANG'],
    [2, 'ORDERLY_CLASSROOM', 'KURANG'],
    [3, 'INSTRUCTION', 'SEDANG'],
    [4, 'EXPECTATIONS', 'BAIK'],
    [5, 'CONSTRUCTIVE_FEEDBACK', undefined],
    [6, 'CARE_AND_CONCERN', undefined],
    [7, 'ADAPTIVE_INSTRUCTION', undefined],
    [8, 'INTERACTIVE_ACTIVITY', undefined],
  ])
  expect(recommended?.[0]?.why).toEqual({ year: 2024, score: 20.5, label: 'KURANG' })
  await expect(sari.recommendedIndicators({ ...asked, period: '2023' })).rejects.toMatchObject({
    code: 'BAD_USER_INPUT',
  })
  const agus = await district.signIn('Agus')
  await expect(agus.recommendedIndicators(asked)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  const operator = await signInOperator()
  const codes = async (name: 'Budi' | 'Ratna') =>
    (await operator.recommendedIndicators({ ...asked, assignment: district.assignment(name) }))?.map(
      ({ indicator }) => indicator.code,
    )
  expect((await codes('Budi'))?.slice(0, 2)).toEqual(['PROGRAM_AND_BUDGET_PLANNING', 'VISION_AND_MISSION'])
  expect(await codes('Ratna')).toEqual([])
})
