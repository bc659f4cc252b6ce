import { randomUUID } from 'node:crypto'
import { appoint, supervise } from '../appoint.ts'
import type { makeDistrict } from '../district.ts'
import { server } from '../support.ts'

const preparation = {
  mode: 'DIRECT',
  behaviours: ['POSITIVE_DISCIPLINE.1'],
  efforts: ['Membaca modul'],
  lesson: 'Kelas 4',
  lessonPlan: 'Modul ajar',
  startsAt: '2024-03-04T02:00:00.000Z',
  place: 'Kelas 4A',
}
const level = 'DONE_AND_EFFECTIVE'
const rating = {
  behaviour: 'POSITIVE_DISCIPLINE.1',
  level,
  note: 'Terlihat',
  examples: [{ kind: 'AVOIDED', number: 1, level }],
}
const followUp = { effort: 'Membaca', source: 'Buku', place: 'ELSEWHERE', on: '2024-04-01', certificate: 'Sertifikat' }
const change = { item: 'PLACE', before: 'Kelas 4A', after: 'Kelas 4B' }

const parts = [
  preparation,
  { observedOn: '2024-03-04', ratings: [rating], note: 'Baik', recommendation: 'Lanjutkan' },
  {
    ...{ keep: 'Sapaan', improve: 'Tempo', awareness: 'UNAWARE', goal: 'Tenang', effort: 'Belajar', by: '2024-04-01' },
    ...{ support: 'Waktu', note: 'Setuju' },
  },
  [followUp],
  { achieved: 'Tenang', challenge: 'Waktu', next: 'Kelompok' },
  { awareness: 'AWARE_OF_IMPACT', note: 'Lanjutkan' },
].map((part) => JSON.stringify(part))

/** A cycle of a plan in which nothing is empty. */
export async function recordCycle(plan: string, assignment: string, by: string): Promise<string> {
  const { pool } = (await server()).database
  const key = randomUUID()
  await pool.query(
    `insert into observation values ($1, $2, $3, 1, 'COMPLETED', 3, '2024-06-10', $4, $5, '2024-03-05', $6, $7, $8, $9)`,
    [key, plan.slice(4), assignment.slice(4), ...parts],
  )
  await pool.query(
    `insert into observation_step values ($1, 1, 'RESCHEDULE', 'SCHEDULED', 'PROPOSED', '2024-02-10', $2, 'Ujian', $3)`,
    [key, by.slice(4), JSON.stringify([change])],
  )
  return `obs_${key}`
}

/** Somebody whom another observes, who has noted something of it for himself. */
export async function recordNote(
  district: Awaited<ReturnType<typeof makeDistrict>>,
  author: string,
  above: string,
): Promise<string> {
  const { pool } = (await server()).database
  const { assignment } = await appoint(district, { position: 'TEACHER', at: 'school' })
  await supervise('APPRAISER', assignment, above)
  const plan = randomUUID()
  await pool.query(
    `insert into plan values ($1, $2, '2024-S1', 'AGREED', 3, 'DIRECT', 'FULL', null, 'POSITIVE_DISCIPLINE', '{POSITIVE_DISCIPLINE.1}',
       '[]', '[]', '[]', 8, '{}', false, false, '2024-01-20', null, null)`,
    [plan, assignment.slice(4)],
  )
  const observation = await recordCycle(`pln_${plan}`, assignment, author)
  await pool.query(`insert into observer_note values ($1, $2, 1, 'Perlu didampingi', '2024-03-04')`, [
    observation.slice(4),
    author.slice(4),
  ])
  return observation
}
