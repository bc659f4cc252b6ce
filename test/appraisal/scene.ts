import { expect } from 'vitest'
import type { RubricLevel } from '../../sdk/index.ts'
import { makeDistrict, type Name } from '../district.ts'
import { server } from '../support.ts'

export type District = Awaited<ReturnType<typeof makeDistrict>>

export const values = (
  ['SERVICE', 'ACCOUNTABLE', 'COMPETENT', 'HARMONIOUS', 'LOYAL', 'ADAPTIVE', 'COLLABORATIVE'] as const
).map((value) => ({ value, rating: 'MEETS' as const }))

export const content = {
  reflection: 'Merefleksikan kesepakatan kelas setiap pekan',
  learning: 'Mengikuti dua sesi komunitas belajar',
  practice: 'Kesepakatan kelas kini dibuat bersama murid',
  result: 'MEETS',
  values,
  behaviour: 'ABOVE',
} as const

/** Somebody's agreed plan, with two behaviours of which one was seen to be effective: a sheet that was shared. */
export async function planOf(district: Pick<District, 'assignment'>, name: Name): Promise<string> {
  const { pool } = (await server()).database
  const assignment = district.assignment(name).slice(4)
  const { rows } = await pool.query<{ id: string }>(
    `insert into plan values (gen_random_uuid(), $1, '2026', 'AGREED', 3, 'DIRECT', 'FULL', null, 'POSITIVE_DISCIPLINE',
       '{POSITIVE_DISCIPLINE.1,POSITIVE_DISCIPLINE.2}',
       '[]', '[]', '[]', null, '{}', false, false, '2026-02-01', '2026-01-10', '2026-01-20') returning id`,
    [assignment],
  )
  const plan = rows[0]?.id ?? ''
  await observe(plan, 1, {
    'POSITIVE_DISCIPLINE.1': 'DONE_AND_EFFECTIVE',
    'POSITIVE_DISCIPLINE.2': 'DONE_NOT_YET_EFFECTIVE',
  })
  return `pln_${plan}`
}

/** A cycle of a plan, whose sheet its owner has been shown unless told otherwise. */
export async function observe(
  plan: string,
  number: number,
  levels: Readonly<Record<string, RubricLevel>>,
  shared = true,
) {
  const ratings = Object.entries(levels).map(([behaviour, level]) => ({
    behaviour,
    level,
    note: 'Terlihat',
    examples: [],
  }))
  const sheet = { observedOn: '2026-03-10', ratings, note: null, recommendation: null }
  await (await server()).database.pool.query(
    `insert into observation (id, plan_id, assignment_id, number, status, version, changed_at, preparation, sheet, shared_at, follow_ups)
     select gen_random_uuid(), id, assignment_id, $2, 'COMPLETED', 9, '2026-03-20', '{"behaviours":[],"efforts":[]}', $3, $4, '[]'
     from plan where id = $1`,
    [plan, number, JSON.stringify(sheet), shared ? '2026-03-11' : null],
  )
}

/** A district with the people of a teacher's appraisal, and Sari's, as Budi has recommended it. */
export async function makeAppraisal(given = content as Parameters<typeof fill>[2]) {
  const district = await makeDistrict()
  const [sari, budi, ratna] = await Promise.all((['Sari', 'Budi', 'Ratna'] as const).map(district.signIn))
  if (!sari || !budi || !ratna) throw new Error('somebody is missing')
  await (await server()).database.pool.query(`update person set rank = 'III/c' where id = $1`, [
    district.person('Sari').slice(4),
  ])
  const plan = await planOf(district, 'Sari')
  const appraisal = await fill(budi, plan, given)
  return { district, sari, budi, ratna, plan, appraisal }
}

export async function fill(
  client: Awaited<ReturnType<District['signIn']>>,
  plan: string,
  given: NonNullable<Parameters<typeof client.draftAppraisal>[0]['input']['content']>,
): Promise<string> {
  const appraisal = (await client.draftAppraisal({ input: { plan, content: given } }))?.id ?? ''
  await client.recommendAppraisal({ input: { appraisal, version: 1 } })
  return appraisal
}

export const office = ({ office }: District, version = 0) => ({
  office,
  period: '2026',
  grade: 'GOOD' as const,
  version,
})

export const kinds = async (client: { notifications(): Promise<{ nodes: readonly { kind: string }[] }> }) =>
  (await client.notifications()).nodes.map(({ kind }) => kind)

export const refusal = (code: string) => expect.objectContaining({ code })
