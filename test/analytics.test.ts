import { beforeAll, expect, test, vi } from 'vitest'
import { createClient } from '../sdk/index.ts'
import { store } from './analytics/store.ts'
import { type Period, type Post, type Progress, periods } from './analytics/world.ts'
import { appoint } from './appoint.ts'
import { appoint as makeAdmin, makeDistrict } from './district.ts'
import { programHeaders } from './program.ts'
import { clientOf, server, signInOperator } from './support.ts'
import { witness } from './witness.ts'

vi.mock('../server/access/authentication.ts', async (original) =>
  (await import('./program.ts')).withPrograms(await original()),
)

beforeAll(() => server({ clock: () => new Date('2026-03-02T03:00:00Z') }))

type Client = ReturnType<typeof createClient>
type Asked = Parameters<Client['analytics']>[0]
type Scope = 'SUPERVISION_READ' | 'PLAN_READ' | 'APPRAISAL_READ'

/** The cells of an answer, of each the values that are there: `AGREED 3`. */
async function cells(client: Client, asked: Omit<Asked, 'periods'> & { periods?: string[] }): Promise<string[]> {
  const { nodes, totalCount } = await client.analytics({ periods: ['2026'], first: 1_000, ...asked })
  expect(totalCount).toBe(nodes.length)
  return nodes.map(({ office, level, school, indicator, period, withheld, count, ...values }) => {
    const places = [office?.code, level, school?.npsn]
    const others = Object.values(values).filter((value) => value !== null && typeof value !== 'boolean')
    const known = [...(asked.periods ? [period] : []), ...places, indicator?.code, ...others].filter(
      (part) => part != null,
    )
    return [...known, ...(withheld ? ['withheld'] : []), count].join(' ')
  })
}

const none: Progress = {
  ...{
    status: 'MISSING',
    indicator: 'INSTRUCTION',
    day: '2026-01-05',
    points: 0,
    observation: 'NONE',
    predicate: null,
  },
}

/** So many alike at a school of a district; what is not said is a teacher (PNS) of a state SD without a plan. */
const alike = (
  count: number,
  office: string,
  school: string,
  { progress, ...changes }: Partial<Omit<Post, 'progress'>> & { progress?: Partial<Progress> } = {},
): Post[] => {
  const all = Object.fromEntries(
    periods.map((period: Period) => [period, { ...none, ...progress }]),
  ) as Post['progress']
  const post = { province: office.slice(0, 2), office, level: 'SD', school, ownership: 'STATE', position: 'TEACHER' }
  return Array.from({ length: count }, () => ({ ...post, employment: 'PNS', ...changes, progress: all }))
}

test('each dimension is counted as its description says', async () => {
  const { database } = await server()
  const office = '92.02'
  const [first, second, third] = ['92020001', '92020002', '92020003']
  const agreed = { status: 'AGREED', observation: 'BEGUN' } as const
  await store(
    [
      ...alike(1, office, first),
      ...alike(2, office, first, { employment: 'PPPK', progress: { status: 'DRAFTED', predicate: 'GOOD' } }),
      ...alike(3, office, first, { progress: { status: 'SUBMITTED', points: 39, observation: 'CONCLUDED' } }),
      ...alike(4, office, second, { progress: { ...agreed, day: '2026-01-19', points: 32, predicate: 'GOOD' } }),
      ...alike(1, office, second, {
        progress: { ...agreed, indicator: 'EXPECTATIONS', observation: 'CONCLUDED', points: 31 },
      }),
      ...alike(1, office, second, { progress: { ...agreed, observation: 'OBSERVED', predicate: 'POOR' } }),
      ...alike(2, office, third, { level: 'SMP', ownership: 'PRIVATE', progress: { status: 'SUBMITTED' } }),
      ...alike(1, office, third, { level: 'SMP', ownership: 'PRIVATE', employment: 'NON_ASN' }),
      // does not plan
      ...alike(1, office, first, { position: 'SCHOOL_INSPECTOR' }),
    ],
    database,
  )
  await database.pool.query(
    `insert into report_card_score select npsn, year, indicator, 50, label from (values
       ('92020001', 2025, 'INSTRUCTION', 'BAIK'), ('92020001', 2024, 'INSTRUCTION', 'KURANG'),
       ('92020002', 2025, 'INSTRUCTION', 'SEDANG'), ('92020002', 2024, 'EXPECTATIONS', 'BAIK')) score (npsn, year, indicator, label)`,
  )
  const operator = await signInOperator()
  const by = (...dimensions: NonNullable<Asked['by']>) => cells(operator, { by: dimensions, office: 'off_92.02' })
  expect(await by()).toEqual(['15'])
  expect(await by('OFFICE')).toEqual(['92.02 15'])
  expect(await by('LEVEL')).toEqual(['SD 12', 'SMP 3'])
  expect(await by('SCHOOL')).toEqual(['92020001 6', '92020002 6', '92020003 3'])
  expect(await by('EMPLOYMENT')).toEqual(['NON_ASN 1', 'PNS 12', 'PPPK 2'])
  expect(await by('STATUS')).toEqual(['AGREED 6', 'DRAFTED 2', 'MISSING 2', 'SUBMITTED 5'])
  expect(await by('INDICATOR')).toEqual(['4', 'EXPECTATIONS 1', 'INSTRUCTION 10'])
  expect(await by('LABEL')).toEqual(['7', 'BAIK 3', 'SEDANG 5'])
  expect(await by('DAY')).toEqual(['4', '2026-01-05 7', '2026-01-19 4'])
  expect(await by('POINTS')).toEqual(['15'])
  expect(await by('OBSERVATION')).toEqual(['9', 'BEGUN 4', 'CONCLUDED 1', 'OBSERVED 1'])
  expect(await by('PREDICATE')).toEqual(['10', 'GOOD 4', 'POOR 1'])
  expect(await by('SCHOOL', 'STATUS', 'EMPLOYMENT', 'LEVEL')).toEqual([
    'SD 92020001 PNS MISSING 1',
    'SD 92020001 PNS SUBMITTED 3',
    'SD 92020001 PPPK DRAFTED 2',
    'SD 92020002 PNS AGREED 6',
    'SMP 92020003 NON_ASN MISSING 1',
    'SMP 92020003 PNS SUBMITTED 2',
  ])
  expect(await cells(operator, { by: ['POINTS'], office: 'off_92.02', periods: ['2024-S1'] })).toEqual([
    '2024-S1 4',
    '2024-S1 0 1',
    '2024-S1 24 1',
    '2024-S1 32 7',
  ])
  // civil servants at private schools take part from 2026 on
  expect(await cells(operator, { school: 'sch_92020003', periods: ['2026', '2025'] })).toEqual(['2025 1', '2026 3'])
})

test('a period that is over counts who was there on its last day; one that is not, who is there today', async () => {
  const district = await makeDistrict()
  await appoint(district, { position: 'TEACHER', at: 'school', from: '2025-12-31', until: '2026-01-01' })
  await appoint(district, { position: 'TEACHER', at: 'school', from: '2026-03-02' })
  await appoint(district, { position: 'TEACHER', at: 'school', from: '2026-03-03' })
  const asked = { periods: ['2024-S1', '2025', '2026'], office: district.office }
  expect(await cells(await signInOperator(), asked)).toEqual(['2024-S1 3', '2025 4', '2026 4'])
})

test('each is told of those whom he watches over, and nobody of himself', async () => {
  const district = await makeDistrict()
  const elsewhere = await makeDistrict()
  await makeAdmin('Hadi', district)
  const seenBy = async (client: Client | Promise<Client>) => cells(await client, { by: ['SCHOOL'] })
  const all = [`${district.school.slice(4)} 3`]
  expect(await seenBy(district.signIn('Ratna'))).toEqual(all)
  expect(await seenBy(district.signIn('Hadi'))).toEqual(all)
  expect(await seenBy(district.signIn('Budi'))).toEqual([`${district.school.slice(4)} 2`])
  // his work team
  expect(await seenBy(district.signIn('Dewi'))).toEqual([`${district.school.slice(4)} 1`])
  expect(await seenBy(district.signIn('Sari'))).toEqual([])
  expect(await seenBy(program(district.code, 'PLAN_READ'))).toEqual(all)
  expect(await seenBy(program(district.code, 'APPRAISAL_READ'))).toEqual([])
  expect(await cells(await elsewhere.signIn('Ratna'), { office: district.office })).toEqual([])
  const stranger = createClient({ url: (await server()).url, fetch: witness })
  await expect(stranger.analytics({ periods: ['2026'] })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
})

test('who sees the state of plans alone is told no content, and by a key no more than its scopes allow', async () => {
  const district = await makeDistrict()
  const agreed = { status: 'AGREED', predicate: 'GOOD', observation: 'OBSERVED' } as const
  const school = `${district.code.replace('.', '')}0009`
  await store(alike(2, district.code, school, { progress: agreed }), (await server()).database, false)
  await makeAdmin('Hadi', district)
  const asked = { school: `sch_${school}` }
  const by = async (client: Client) => [
    ...(await cells(client, { ...asked, by: ['STATUS', 'INDICATOR'] })),
    ...(await cells(client, { ...asked, by: ['LABEL'] })),
    ...(await cells(client, { ...asked, by: ['DAY', 'POINTS'] })),
    ...(await cells(client, { ...asked, by: ['OBSERVATION'] })),
    ...(await cells(client, { ...asked, by: ['PREDICATE'] })),
  ]
  const whole = ['AGREED INSTRUCTION 2', '2', '2026-01-05 2', 'OBSERVED 2', 'GOOD 2']
  expect(await by(await signInOperator())).toEqual(['INSTRUCTION AGREED 2', ...whole.slice(1)])
  expect(await by(program(district.code, 'PLAN_READ', 'APPRAISAL_READ'))).toEqual([
    'INSTRUCTION AGREED 2',
    ...whole.slice(1),
  ])
  const admin = await district.signIn('Hadi')
  expect(await by(admin)).toEqual([
    'AGREED withheld 2',
    'withheld 2',
    '2026-01-05 withheld 2',
    'OBSERVED 2',
    'withheld 2',
  ])
  expect(await by(program(district.code, 'PLAN_READ'))).toEqual([
    ...['INSTRUCTION AGREED 2', '2', '2026-01-05 2', 'withheld 2', 'withheld 2'],
  ])
})

/** A program with a key for an office. */
function program(office: string, ...scopes: Scope[]): Client {
  const fetchAs: typeof fetch = async (input, init) =>
    witness(input, {
      ...init,
      headers: { ...Object.fromEntries(new Headers(init?.headers)), ...programHeaders({ office, scopes }) },
    })
  return createClient({ url: address, fetch: fetchAs })
}

let address = ''
beforeAll(async () => {
  address = (await server()).url
})

test('an analyst is told what five or more have in common, and no more', async () => {
  const { database } = await server()
  const [office, other] = ['91.03', '91.05']
  const agreed = { status: 'AGREED', predicate: 'GOOD' } as const
  await store(
    [
      ...alike(20, office, '91030001', { progress: agreed }),
      ...alike(10, office, '91030001'),
      ...alike(8, office, '91030002', { progress: agreed }),
      ...alike(7, office, '91030002'),
      ...alike(6, office, '91030003', { progress: agreed }),
      ...alike(2, office, '91030003'),
      ...alike(5, other, '91050001', { progress: { ...agreed, predicate: 'VERY_GOOD' } }),
      ...alike(6, other, '91050001', { progress: { ...agreed, predicate: 'POOR' } }),
      ...alike(3, other, '91050001', { progress: { ...agreed, predicate: 'VERY_POOR' } }),
      ...alike(9, other, '91050001'),
    ],
    database,
  )
  const analyst = await clientOf({ role: 'ANALYST' })
  const told = (...by: NonNullable<Asked['by']>) => cells(analyst, { by, office: 'off_91' })
  expect(await told()).toEqual(['76'])
  expect(await told('OFFICE')).toEqual(['91.03 53', '91.05 23'])
  expect(await told('STATUS')).toEqual(['AGREED 48', 'MISSING 28'])
  expect(await told('OFFICE', 'STATUS')).toEqual([
    ...['91.03 AGREED 34', '91.03 MISSING 19', '91.05 AGREED 14', '91.05 MISSING 9'],
  ])
  // two are missing at the third school: it is withheld, and the first with it
  expect(await told('SCHOOL', 'STATUS')).toEqual([
    ...['91030001 withheld 30', '91030002 AGREED 8', '91030002 MISSING 7', '91030003 withheld 8'],
    ...['91050001 AGREED 14', '91050001 MISSING 9'],
  ])
  expect(await cells(analyst, { by: ['STATUS'], school: 'sch_91030003' })).toEqual(['withheld 8'])
  // three are very poor in the whole province: with the next rarest, five are very good
  expect(await told('PREDICATE')).toEqual(['28', 'withheld 8', 'GOOD 34', 'POOR 6'])
  // a sum of what is told and of what is not
  expect(await told('LEVEL', 'STATUS')).toEqual(['SD AGREED 48', 'SD MISSING 28'])
  expect(await cells(analyst, { by: ['STATUS'], office: 'off_91.03' })).toEqual(['AGREED 34', 'MISSING 19'])
})

test('what cannot be asked is refused, with what to do', async () => {
  const refusal = (client: Client, asked: Partial<Asked>) =>
    client.analytics({ periods: ['2026'], ...asked }).then(
      () => null,
      ({ code, message }: { code: string; message: string }) => `${code} ${message}`,
    )
  const [operator, analyst] = [await signInOperator(), await clientOf({ role: 'ANALYST' })]
  expect(await refusal(operator, { periods: [] })).toMatch(/^BAD_USER_INPUT .*1 to 6 codes/)
  expect(await refusal(operator, { periods: ['2026', '2026'] })).toMatch(/^BAD_USER_INPUT .*each once/)
  expect(await refusal(operator, { periods: ['2023'] })).toMatch(/^BAD_USER_INPUT .*No such period/)
  expect(await refusal(operator, { by: ['STATUS', 'DAY', 'POINTS'] })).toMatch(/^BAD_USER_INPUT .*2 other/)
  expect(await refusal(operator, { by: ['STATUS', 'DAY', 'STATUS', 'OFFICE', 'LEVEL'] })).toBeNull()
  expect(await refusal(analyst, { by: ['STATUS', 'DAY'] })).toMatch(/^BAD_USER_INPUT .*1 other/)
  expect(await refusal(analyst, { by: ['LABEL'] })).toMatch(/^FORBIDDEN .*INDICATOR/)
  expect(await refusal(analyst, { by: ['EMPLOYMENT'] })).toBeNull()
  expect(await refusal(analyst, { by: ['EMPLOYMENT'], periods: ['2025', '2026'] })).toMatch(
    /^FORBIDDEN .*newest period alone/,
  )
  expect(await refusal(operator, { by: ['EMPLOYMENT'], periods: ['2025', '2026'] })).toBeNull()
  expect(await refusal(operator, { office: 'sch_91030001' })).toMatch(/^BAD_USER_INPUT .*expected an office/)
  expect(await refusal(operator, { first: 1_001 })).toMatch(/^BAD_USER_INPUT .*1 to 1,000/)
  expect(await refusal(operator, { after: 'x' })).toMatch(/^BAD_USER_INPUT .*cursor/)
})

test('pages follow each other without a gap', async () => {
  const district = await makeDistrict()
  const operator = await signInOperator()
  const asked = { periods: ['2024-S1', '2025', '2026'], by: ['EMPLOYMENT', 'SCHOOL'], office: district.office } as const
  const whole = await operator.analytics({ ...asked, periods: [...asked.periods], by: [...asked.by] })
  const one: (typeof whole.nodes)[number][] = []
  for await (const cell of operator.analytics({ ...asked, periods: [...asked.periods], by: [...asked.by], first: 1 }))
    one.push(cell)
  expect(one).toEqual(whole.nodes)
  expect(one.map(({ period, employment, count }) => `${period} ${employment} ${count}`)).toEqual(
    asked.periods.flatMap((period) => [`${period} PNS 2`, `${period} PPPK 1`]),
  )
})
