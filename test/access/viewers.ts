import { randomUUID } from 'node:crypto'
import type { Relation } from '../../server/access/policy.ts'
import { signToken } from '../../server/access/token.ts'
import { appoint, supervise } from '../appoint.ts'
import { makeDistrict } from '../district.ts'
import { programHeaders } from '../program.ts'
import { secret, server } from '../support.ts'
import { recordCycle, recordNote } from './observed.ts'

type Headers = Readonly<Record<string, string>>

/** Where the policy is proved: the ids of what is asked about, and those who ask, by what they are to Sari. */
export interface Stage {
  readonly sari: string
  readonly assignment: string
  readonly school: string
  readonly office: string
  readonly area: string
  readonly report: string
  readonly apiKey: string
  readonly extension: string
  /** Her plan, with everything in it, and what she was told of it. */
  readonly plan: string
  readonly notification: string
  /** What proves her duty. */
  readonly evidence: string
  /** A cycle of it, with everything in it; and one that she observes herself, with a note of hers. */
  readonly observation: string
  readonly noted: string
  /** Its appraisal, which was given to her, and the predicate of her office. */
  readonly appraisal: string
  readonly organisationPredicate: string
  /** Who supervises her, and who is on her work team: their assignments. */
  readonly above: { readonly appraiser: string; readonly team: string }
  readonly viewers: Readonly<Record<Relation, Readonly<Record<string, Headers>>>>
}

/** A district of its own, in which everybody is something to Sari, a teacher; nothing of hers is empty. */
export async function makeStage(): Promise<Stage> {
  const district = await makeDistrict()
  const elsewhere = await makeDistrict()
  const sari = district.assignment('Sari')
  await supervise('WORK_TEAM', sari, district.assignment('Dewi'))
  const desk = { position: 'OFFICE_ADMIN', at: 'office' } as const
  const admin = await appoint(district, desk)
  const formerAdmin = await appoint(district, { ...desk, until: '2024-01-02' })
  const otherAdmin = await appoint(elsewhere, desk)
  const superior = await appoint(district, { position: 'OFFICE_HEAD', at: 'province' })
  await supervise('APPRAISER', district.assignment('Ratna'), superior.assignment)
  const provinceAdmin = await appoint(district, { ...desk, at: 'province' })
  const reads = ['SUPERVISION_READ', 'PLAN_READ', 'EVIDENCE_READ', 'APPRAISAL_READ'] as const
  const rest = ['IMPORT_WRITE'] as const
  const planned = await plan(district.person('Sari'), sari)
  return {
    sari: district.person('Sari'),
    assignment: sari,
    school: district.school,
    office: district.office,
    area: district.area,
    report: await fill(district.person('Sari'), sari, district.school),
    apiKey: await recordKey(district.code, district.person('Sari')),
    extension: await extend(district.code),
    ...planned,
    observation: await recordCycle(planned.plan, sari, district.person('Budi')),
    noted: await recordNote(elsewhere, district.person('Sari'), sari),
    ...(await withAppraisal(planned, district.person('Budi'), sari)),
    organisationPredicate: await setPredicate(district.code),
    above: { appraiser: district.assignment('Budi'), team: district.assignment('Dewi') },
    viewers: {
      SELF: { 'she herself': await person(district.person('Sari')) },
      SUPERVISOR: {
        'the head of the province': await person(superior.person),
      },
      APPRAISER: { 'her principal': await person(district.person('Budi')) },
      SUPERIOR: { 'the head of the office': await person(district.person('Ratna')) },
      WORK_TEAM: { 'her inspector': await person(district.person('Dewi')) },
      OFFICE_ADMIN: {
        'the admin of the office': await person(admin.person),
        'the admin of the province': await person(provinceAdmin.person),
      },
      INTEGRATION: {
        'a program of the office': programHeaders({ office: district.code, scopes: reads }),
        'a program of the province': programHeaders({
          office: district.province.slice(4),
          scopes: [...rest, ...reads],
        }),
      },
      ANALYST: { 'an analyst': await token({ role: 'ANALYST' }) },
      OPERATOR: { 'an operator': await token({ role: 'OPERATOR' }) },
      SIGNED_IN: {
        'a colleague': await person(district.person('Agus')),
        'her former principal': await person(district.person('Hadi')),
        'a former admin': await person(formerAdmin.person),
        'the head of another office': await person(elsewhere.person('Ratna')),
        'the admin of another office': await person(otherAdmin.person),
        'a program of another office': programHeaders({ office: elsewhere.code, scopes: [...rest, ...reads] }),
        'a program for all but this': programHeaders({ office: district.code, scopes: rest }),
      },
      ANYBODY: { 'a stranger': {} },
    },
  }
}

const person = (id: string) => token({ role: 'PERSON', person: id.slice(4) })

const token = async (who: Parameters<typeof signToken>[1]) => ({
  authorization: `Bearer ${await signToken(secret, who, 1)}`,
})

async function fill(person: string, assignment: string, school: string): Promise<string> {
  const { pool } = (await server()).database
  const report = '01890000-0000-7000-8000-00000000beef'
  for (const [statement, ...values] of [
    [`update person set nuptk = '1234567890123456', rank = 'III/a' where id = $1`, person.slice(4)],
    [
      `update assignment set decree = '800/1', validity = daterange(lower(validity), '2099-01-01') where id = $1`,
      assignment.slice(4),
    ],
    [`insert into report_card_score values ($1, 2025, (select min(code) from indicator), 80, 'BAIK')`, school.slice(4)],
    ['insert into import_report values ($1, now(), now())', report],
    [`insert into import_file values ($1, 1, 'people.csv', 1, 0, 0, 0, 1, 0)`, report],
    [`insert into import_refusal values ($1, 1, 'people.csv', 2, 'nip', 'DAMAGED', '…', 'Type it again.')`, report],
  ] as [string, ...string[]][]) {
    await pool.query(statement, values)
  }
  return `imp_${report}`
}

/** A key of the office; and that it was used, later than anything else, to read about somebody. */
async function recordKey(office: string, subject: string): Promise<string> {
  const { pool } = (await server()).database
  const key = randomUUID()
  await pool.query(
    `insert into api_key values (
       $1::uuid, $1::uuid, 'Dapodik', 'kinerja_live_', sha256($1::text::bytea), '{SUPERVISION_READ}', $2, false, now(), $3, now(), now(), now())`,
    [key, office, subject.slice(4)],
  )
  await pool.query(
    `insert into audit_entry (at, role, api_key_id, action, type, subjects, request_id)
     values ('2099-01-01', 'INTEGRATION', $1, 'READ', 'Person', array[$2::uuid], 'a request')`,
    [key, subject.slice(4)],
  )
  return `key_${key}`
}

async function extend(office: string): Promise<string> {
  const id = randomUUID()
  await (await server()).database.pool.query(
    `insert into window_extension values ($1, '2026', 'PLANNING', $2, '[2026-01-01,2026-05-01)', 'Banjir', now())`,
    [id, office],
  )
  return `ext_${id}`
}

/** A plan in which nothing is empty; of 2024, so that those of other periods are free. */
async function plan(person: string, assignment: string): Promise<Pick<Stage, 'plan' | 'notification' | 'evidence'>> {
  const { pool } = (await server()).database
  const [key, told, file, proof] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
  const [owner, post] = [person.slice(4), assignment.slice(4)]
  const changes = [{ item: 'DUTY', before: 'Wali kelas', after: 'Pembina OSIS', note: 'Lebih perlu' }]
  for (const [statement, ...values] of [
    [
      `insert into plan select $1, $2, '2024-S1', 'AGREED', 3, 'DIRECT', 'FULL', null, 'POSITIVE_DISCIPLINE', '{POSITIVE_DISCIPLINE.1}',
         jsonb_build_array(jsonb_build_object('activity', (select min(id::text) from development_activity), 'times', 1)),
         '[{"name":"Wali kelas","decree":"800/1"}]', '[{"value":"SERVICE","text":"Ramah"}]', 8, '{POINTS_BELOW}', false, false,
         '2024-01-20', '2024-01-10', '2024-01-20'`,
      key,
      post,
    ],
    [
      `insert into plan_step values ($1, 1, 'ADJUST', 'SUBMITTED', 'ADJUSTED', '2024-01-10', $2, 'Mohon diperiksa', $3, null)`,
      key,
      owner,
      JSON.stringify(changes),
    ],
    [
      `insert into evidence_file values ($1, $2, $3, 'application/pdf', 1000, '2024-02-01', '2024-02-01')`,
      file,
      owner,
      'a'.repeat(64),
    ],
    [
      `insert into evidence values ($1, $2, 'VERIFIED', 1, 'DUTY', null, 'Wali kelas', null, 'DECREE', 'SK Wali Kelas', 'SD Negeri 1',
         'Budi', 'Kepala Sekolah', '2024-01-02', $3, null, null, null, '2024-02-02')`,
      proof,
      key,
      file,
    ],
    [
      `insert into evidence_step values ($1, 1, 'VERIFY', 'ATTACHED', 'VERIFIED', '2024-02-02', $2, 'Sesuai')`,
      proof,
      owner,
    ],
    [`insert into notification values ($1, $2, 'PLAN_ADJUSTED', $3, now(), now())`, told, owner, key],
  ] as [string, ...string[]][]) {
    await pool.query(statement, values)
  }
  return { plan: `pln_${key}`, notification: `ntf_${told}`, evidence: `evd_${proof}` }
}

/** The plan's appraisal, in which nothing is empty. */
async function withAppraisal<Planned extends { plan: string }>(
  planned: Planned,
  appraiser: string,
  assignment: string,
) {
  const { pool } = (await server()).database
  const key = randomUUID()
  const words = { indonesian: 'Karena itu', english: 'Therefore', sources: ['a source'], certainty: 'UNCONFIRMED' }
  const points = { value: 6.25, coefficient: 12.5, percentage: 100, months: 6, calculation: '12.5', ...words }
  for (const [statement, ...values] of [
    [
      `insert into appraisal values ($1, $2, $3, '2024-S1', 'FINAL', 4, 'ORGANISATION', '{"notDone":1,"notEffective":2,"effective":3}',
         'Refleksi', 'Belajar', 'Praktik', 'Tugas', 'MEETS', 'Karena', '[{"value":"LOYAL","rating":"MEETS","note":"Tampak"}]', 'MEETS',
         $4, 'GOOD', $5, $6, $7, '{}', 'GOOD', '2024-06-20', '2024-06-10', '2024-06-20', '2024-07-04')`,
      key,
      planned.plan.slice(4),
      assignment.slice(4),
      JSON.stringify({ rating: 'ABOVE', rule: 'levels-1', ...words }),
      JSON.stringify(points),
      JSON.stringify([{ kind: 'ALLOWANCE_ELIGIBLE', holds: true, ...words }]),
      JSON.stringify([{ topic: 'PREDICATE', rules: 'PermenPANRB 6/2022', ...words }]),
    ],
    [
      `insert into appraisal_step values ($1, 4, 'RECOMMEND', 'DRAFT', 'RECOMMENDED', '2024-06-10', $2, 'Mohon', 'Lisan', 'MEETS', 'MEETS', 'GOOD')`,
      key,
      appraiser.slice(4),
    ],
  ] as [string, ...string[]][]) {
    await pool.query(statement, values)
  }
  return { ...planned, appraisal: `apr_${key}` }
}

async function setPredicate(office: string): Promise<string> {
  const { pool } = (await server()).database
  const key = randomUUID()
  await pool.query(`insert into organisation_predicate values ($1, $2, '2024-S1', 'GOOD', 1, now())`, [key, office])
  return `opr_${key}`
}
