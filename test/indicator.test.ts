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
