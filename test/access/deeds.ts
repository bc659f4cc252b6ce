import { randomUUID } from 'node:crypto'
import type { MutationName, Relation } from '../../server/access/policy.ts'
import { WorkValue } from '../../server/generated/schema.ts'
import { supervise } from '../appoint.ts'
import { server, signInOperator } from '../support.ts'
import type { Stage } from './viewers.ts'

const schedule = '{ startsAt: "2026-03-02T02:00:00.000Z", place: "Kelas 4A" }'
const preparation = `{ mode: DIRECT, behaviours: ["beh_POSITIVE_DISCIPLINE.1"], schedule: ${schedule} }`
const sheet = `{ observedOn: "2026-03-02", ratings: [
  { behaviour: "beh_POSITIVE_DISCIPLINE.1", level: DONE_AND_EFFECTIVE, note: "Terlihat" }] }`

/** How each mutation is tried, by whoever is that to Sari: on something new, so that nobody is in another's way. */
export const deeds: Readonly<Record<MutationName, (stage: Stage, relation: Relation) => Promise<string>>> = {
  createApiKey: async ({ office }) =>
    `createApiKey(input: { name: "tried", office: "${office}", scopes: [SUPERVISION_READ] }) { secret }`,
  rotateApiKey: async (stage) => `rotateApiKey(id: "${await newKey(stage)}") { secret }`,
  revokeApiKey: async (stage) => `revokeApiKey(id: "${await newKey(stage)}") { apiKey { id } }`,
  draftPlan: async (stage) =>
    `draftPlan(input: { assignment: "${await newPost(stage)}", period: "2026" }) { plan { id } }`,
  savePlan: async (stage) => step('savePlan', await newPlan(stage, 'DRAFT'), `content: ${content}`),
  submitPlan: async (stage) => step('submitPlan', await newPlan(stage, 'DRAFT')),
  withdrawPlan: async (stage) => step('withdrawPlan', await newPlan(stage, 'SUBMITTED')),
  reviewPlan: async (stage) => step('reviewPlan', await newPlan(stage, 'SUBMITTED')),
  clarifyPlan: async (stage) => step('clarifyPlan', await newPlan(stage, 'SUBMITTED', 'CLARIFIED')),
  approvePlan: async (stage) => step('approvePlan', await newPlan(stage, 'SUBMITTED')),
  adjustPlan: async (stage) =>
    step(
      'adjustPlan',
      await newPlan(stage, 'SUBMITTED'),
      `content: ${content}, notes: [{ item: BEHAVIOUR, note: "Satu lagi" }]`,
    ),
  agreeToPlan: async (stage) => step('agreeToPlan', await newPlan(stage, 'ADJUSTED')),
  sendBackPlan: async (stage) => step('sendBackPlan', await newPlan(stage, 'ADJUSTED'), 'reason: "Belum"'),
  requestPlanReset: async (stage) => step('requestPlanReset', await newPlan(stage, 'AGREED'), 'reason: "Keliru"'),
  grantPlanReset: async (stage) => step('grantPlanReset', await newPlan(stage, 'RESET_REQUESTED')),
  refusePlanReset: async (stage) => step('refusePlanReset', await newPlan(stage, 'RESET_REQUESTED'), 'reason: "Cukup"'),
  attachEvidence: async (stage) =>
    `attachEvidence(input: { plan: "${await newPlan(stage, 'AGREED', 'DIRECT', [duty])}", subject: { duty: "Wali kelas" }, document: ${document} }) {
      evidence { id } }`,
  replaceEvidence: async (stage) => proofStep('replaceEvidence', await newEvidence(stage), `document: ${document}`),
  withdrawEvidence: async (stage) => proofStep('withdrawEvidence', await newEvidence(stage)),
  verifyEvidence: async (stage) => proofStep('verifyEvidence', await newEvidence(stage)),
  questionEvidence: async (stage) => proofStep('questionEvidence', await newEvidence(stage), 'reason: "Belum jelas"'),
  prepareObservation: async (stage) =>
    `prepareObservation(input: { plan: "${await newPlan(stage, 'AGREED')}" }) { observation { id } }`,
  saveObservation: cycle('saveObservation', 'PREPARING', `preparation: ${preparation}`),
  proposeObservation: cycle('proposeObservation', 'PREPARING'),
  agreeToObservation: cycle('agreeToObservation', 'PROPOSED'),
  offerObservation: cycle('offerObservation', 'PROPOSED', `schedule: ${schedule}, reason: "Rapat"`),
  acceptObservation: cycle('acceptObservation', 'OFFERED'),
  rescheduleObservation: cycle('rescheduleObservation', 'SCHEDULED', `schedule: ${schedule}, reason: "Ujian"`),
  cancelObservation: cycle('cancelObservation', 'SCHEDULED', 'reason: "Libur"'),
  recordObservation: cycle('recordObservation', 'SCHEDULED', `sheet: ${sheet}`),
  finishObservation: cycle('finishObservation', 'SCHEDULED', `sheet: ${sheet}`),
  shareObservation: cycle('shareObservation', 'OBSERVED'),
  discussObservation: cycle(
    'discussObservation',
    'SHARED',
    'discussion: { keep: "Sapaan", improve: "Tempo", awareness: UNAWARE, goal: "Tenang", effort: "Belajar" }',
  ),
  followUpObservation: cycle(
    'followUpObservation',
    'DISCUSSED',
    'followUp: { effort: "Membaca", source: "Buku", place: ELSEWHERE, on: "2026-03-01" }',
  ),
  reflectOnObservation: cycle(
    'reflectOnObservation',
    'FOLLOWING_UP',
    'reflection: { achieved: "Tenang", next: "Kelompok" }',
  ),
  concludeObservation: cycle('concludeObservation', 'REFLECTED', 'awareness: UNAWARE, note: "Lanjutkan"'),
  writeObserverNote: cycle('writeObserverNote', 'SCHEDULED', 'text: "Perlu didampingi"', 0, 'version'),
  importActivityCatalogue: async () => `importActivityCatalogue(input: { period: "2025", catalogue: "${randomUUID()}",
    activities: [{ name: "Lokakarya", positions: [TEACHER], sources: ["juknis"], certainty: UNCONFIRMED }] }) { activities { id } }`,
  extendWindow: async ({ office }) =>
    `extendWindow(input: { period: "2026", stage: APPRAISAL, office: "${office}", until: "2027-02-01", reason: "Banjir" }) { extension { id } }`,
  draftAppraisal: async (stage) =>
    `draftAppraisal(input: { plan: "${await newPlan(stage, 'AGREED')}" }) { appraisal { id } }`,
  saveAppraisal: async (stage) =>
    appraisalStep('saveAppraisal', await newAppraisal(stage, 'DRAFT'), 'content: { reflection: "Baik" }'),
  recommendAppraisal: async (stage) => appraisalStep('recommendAppraisal', await newAppraisal(stage, 'DRAFT')),
  returnAppraisal: async (stage) =>
    appraisalStep('returnAppraisal', await newAppraisal(stage, 'RECOMMENDED'), 'reason: "Belum"'),
  decideAppraisal: async (stage) =>
    appraisalStep('decideAppraisal', await newAppraisal(stage, 'RECOMMENDED', 'DECISION')),
  setOrganisationPredicate: async ({ office }) =>
    `setOrganisationPredicate(input: { office: "${office}", period: "2025", grade: GOOD, version: 0 }) { organisation { id } }`,
  objectToAppraisal: async (stage) =>
    appraisalStep('objectToAppraisal', await newAppraisal(stage, 'FINAL'), 'reason: "Tidak setuju"'),
  answerObjection: async (stage) =>
    appraisalStep('answerObjection', await newAppraisal(stage, 'OBJECTED'), 'reason: "Sudah benar"'),
  decideObjection: async (stage) =>
    appraisalStep(
      'decideObjection',
      await newAppraisal(stage, 'OBJECTED'),
      'reason: "Tetap", hearing: "Lisan, 2 Maret"',
    ),
  markNotificationsRead: async ({ notification }) => `markNotificationsRead(ids: ["${notification}"]) { marked }`,
}

const content =
  '{ indicator: "ind_POSITIVE_DISCIPLINE", behaviours: ["beh_POSITIVE_DISCIPLINE.1", "beh_POSITIVE_DISCIPLINE.2"] }'

const step = (mutation: string, plan: string, more = '') =>
  `${mutation}(input: { plan: "${plan}", version: 1 ${more && `, ${more}`} }) { plan { id } }`

const duty = { name: 'Wali kelas', decree: '800/1' }
const document = '{ kind: DECREE, title: "SK", issuer: "SD Negeri 1", date: "2026-01-05", statement: "Ada di map" }'

const proofStep = (mutation: string, evidence: string, more = '') =>
  `${mutation}(input: { evidence: "${evidence}", version: 1 ${more && `, ${more}`} }) { evidence { id } }`

/** Evidence of such a plan. */
async function newEvidence(stage: Stage): Promise<string> {
  const { pool } = (await server()).database
  const [id, plan] = [randomUUID(), await newPlan(stage, 'AGREED')]
  await pool.query(
    `insert into evidence values ($1, $2, 'ATTACHED', 1, 'DUTY', null, 'Wali kelas', null, 'DECREE', 'SK', 'SD Negeri 1', null, null,
       '2026-01-05', null, null, 'Ada di map', null, '2026-02-01')`,
    [id, plan.slice(4)],
  )
  return `evd_${id}`
}

/** One more post of Sari's, below the same people. */
async function newPost({ assignment, above }: Stage): Promise<string> {
  const { pool } = (await server()).database
  const id = randomUUID()
  await pool.query(
    `insert into assignment select $1::uuid, $1::uuid::text, person_id, position, basis, school_npsn, office_code, validity from assignment where id = $2`,
    [id, assignment.slice(4)],
  )
  await supervise('APPRAISER', `asg_${id}`, above.appraiser)
  await supervise('WORK_TEAM', `asg_${id}`, above.team)
  return `asg_${id}`
}

/** A plan of such a post, in a status. */
async function newPlan(stage: Stage, status: string, route = 'DIRECT', duties: object[] = []): Promise<string> {
  const { pool } = (await server()).database
  const id = randomUUID()
  const post = await newPost(stage)
  await pool.query(
    `insert into plan values ($1, $2, '2026', $3, 1, $4, 'FULL', null, 'POSITIVE_DISCIPLINE', '{POSITIVE_DISCIPLINE.1}',
       '[]', $5, '[]', null, '{}', false, false, '2026-02-01', null, null)`,
    [id, post.slice(4), status, route, JSON.stringify(duties)],
  )
  return `pln_${id}`
}

const appraisalStep = (mutation: string, appraisal: string, more = '') =>
  `${mutation}(input: { appraisal: "${appraisal}", version: 1 ${more && `, ${more}`} }) { appraisal { id } }`

/** A whole appraisal of such a plan, in a status. */
async function newAppraisal(stage: Stage, status: string, route = 'ORGANISATION'): Promise<string> {
  const { pool } = (await server()).database
  const id = randomUUID()
  const plan = await newPlan(stage, 'AGREED')
  const isGiven = status !== 'DRAFT' && status !== 'RECOMMENDED'
  const values = Object.values(WorkValue).map((value) => ({ value, rating: 'MEETS', note: null }))
  const appraised = {
    period: '2026',
    scope: 'FULL',
    employment: 'PNS',
    basis: 'DEFINITIVE',
    rank: null,
    from: '2023-07-01',
  }
  await pool.query(
    `insert into appraisal select $1, id, assignment_id, period_code, $3, 1, $4, null, 'a', 'b', 'c', null, 'MEETS', null, $5, 'MEETS',
       null, 'GOOD', null, '[]', '[]', $6, null, '2026-03-01', null, $7, $8 from plan where id = $2`,
    [
      ...[id, plan.slice(4), status, route, JSON.stringify(values), JSON.stringify({ ...appraised, until: null })],
      ...(isGiven ? ['2026-03-01', '2026-03-15'] : [null, null]),
    ],
  )
  return `apr_${id}`
}

async function newKey({ office }: Stage): Promise<string> {
  const operator = await signInOperator()
  const { apiKey } = await operator.createApiKey({ input: { name: 'new', office, scopes: ['SUPERVISION_READ'] } })
  return apiKey?.id ?? ''
}

/** A step of a cycle of such a plan; where the work team tries it, of a principal's, whom it observes. */
function cycle(mutation: string, status: string, more = '', version = 1, told = 'observation { id }') {
  return async (stage: Stage, relation: Relation): Promise<string> => {
    const { pool } = (await server()).database
    const [id, plan] = [randomUUID(), await newPlan(stage, 'AGREED')]
    if (relation === 'WORK_TEAM')
      await pool.query(
        `update assignment set position = 'PRINCIPAL' from plan where plan.id = $1 and assignment.id = assignment_id`,
        [plan.slice(4)],
      )
    await pool.query(
      `insert into observation select $1, id, assignment_id, 1, $3, 1, '2026-02-01', $4, null, null, null, '[]', null, null
       from plan where id = $2`,
      [id, plan.slice(4), status, JSON.stringify(prepared)],
    )
    const input = [`observation: "obs_${id}", version: ${version}`, more].filter(Boolean).join(', ')
    return `${mutation}(input: { ${input} }) { ${told} }`
  }
}

const prepared = {
  mode: 'DIRECT',
  behaviours: ['POSITIVE_DISCIPLINE.1'],
  efforts: [],
  startsAt: '2026-03-02T02:00:00.000Z',
  place: 'Kelas 4A',
}
