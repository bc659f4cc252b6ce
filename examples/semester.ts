// Plays a teacher's whole cycle, from the recommendation of an indicator to credit points, between her, her principal and the head of their
// office; each has a token:
//   KINERJA_TEACHER=$(npm run -s token -- --person KEY) KINERJA_PRINCIPAL=… KINERJA_HEAD=… \
//   node --import tsx examples/semester.ts [--period 2026] [--day 2026-03-02]
import { parseArgs } from 'node:util'
import { type Client, createClient, type WorkValue } from '../sdk/index.ts'

const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Jakarta' }).format()
const { values } = parseArgs({
  options: { period: { type: 'string', default: '2026' }, day: { type: 'string', default: today } },
})
const { period, day } = values

const [teacher, principal, head] = ['KINERJA_TEACHER', 'KINERJA_PRINCIPAL', 'KINERJA_HEAD'].map((name) =>
  createClient({ url: process.env['KINERJA_URL'] ?? 'http://localhost:4000/graphql', token: process.env[name] }),
) as [Client, Client, Client]

/** What there must be for the story to go on. */
function found<Value>(value: Value | null | undefined, what: string): Value {
  if (value == null) throw new Error(`There is no ${what}.`)
  return value
}

const me = found((await teacher.viewer())?.person, 'teacher by the first token')
const post = found(me.assignments[0], 'post of the teacher')
const office = found((await head.viewer())?.person?.assignments[0]?.office, 'office of the third token')

console.log(`1. Planning (perencanaan): ${me.name}, ${period}`)
const [recommended] = (await teacher.recommendedIndicators({ assignment: post.id, period })) ?? []
const { indicator, why } = found(recommended, 'recommended indicator')
console.log(`   recommended: ${indicator.name}, for the report card says ${why?.label ?? 'nothing'} of it`)
const catalogue = await teacher.indicators({ period, role: 'TEACHER' })
const behaviours = found(catalogue.find(({ id }) => id === indicator.id)?.behaviours, 'entry in the catalogue')
  .slice(0, 2)
  .map(({ id }) => id)
const content = { indicator: indicator.id, behaviours, duties: [{ name: 'Wali kelas', decree: '800/12/2026' }] }
const drafted = found(await teacher.draftPlan({ input: { assignment: post.id, period, content } }), 'plan')
const plan = found(await teacher.submitPlan({ input: { plan: drafted.id, version: drafted.version } }), 'plan')
await principal.approvePlan({ input: { plan: plan.id, version: plan.version } })
console.log(`   agreed, with ${behaviours.length} target behaviours`)

console.log('2. Execution (pelaksanaan)')
const schedule = { startsAt: new Date(`${day}T07:30:00+07:00`).toISOString(), place: 'Kelas 4A' }
const preparation = { mode: 'DIRECT', behaviours, lesson: 'Kelas 4A, matematika', schedule } as const
let cycle = found(await teacher.prepareObservation({ input: { plan: plan.id, preparation } }), 'cycle')
const next = () => ({ observation: cycle.id, version: cycle.version })
cycle = found(await teacher.proposeObservation({ input: next() }), 'cycle')
cycle = found(await principal.agreeToObservation({ input: next() }), 'cycle')
await principal.writeObserverNote({ input: { ...next(), version: 0, text: 'Tampak gugup di awal.' } })
const ratings = behaviours.map((behaviour) => ({ behaviour, level: 'DONE_AND_EFFECTIVE', note: 'Terlihat' }) as const)
cycle = found(await principal.finishObservation({ input: { ...next(), sheet: { observedOn: day, ratings } } }), 'cycle')
console.log(`   observed: she sees ${await sheetOf(teacher)}`)
cycle = found(await principal.shareObservation({ input: next() }), 'cycle')
console.log(`   shared: she sees ${await sheetOf(teacher)}`)
const talk = {
  keep: 'Sapaan',
  improve: 'Tempo',
  awareness: 'AWARE_OF_DIFFICULTY',
  goal: 'Tenang',
  effort: 'Belajar',
} as const
cycle = found(await principal.discussObservation({ input: { ...next(), discussion: talk } }), 'cycle')
const effort = { effort: 'Sesi berbagi', source: 'Komunitas belajar', place: 'ELSEWHERE', on: day } as const
cycle = found(await teacher.followUpObservation({ input: { ...next(), followUp: effort } }), 'cycle')
const reflection = { achieved: 'Kelas lebih tenang', next: 'Kerja kelompok' }
cycle = found(await teacher.reflectOnObservation({ input: { ...next(), reflection } }), 'cycle')
const answer = { awareness: 'AWARE_OF_IMPACT', note: 'Lanjutkan, Ibu' } as const
cycle = found(await principal.concludeObservation({ input: { ...next(), ...answer } }), 'cycle')
console.log(`   discussed, followed up, reflected: ${cycle.status}`)
const document = {
  kind: 'DECREE',
  title: 'SK wali kelas',
  issuer: 'Sekolah',
  date: day,
  statement: 'Ada di map biru',
} as const
const proof = found(
  await teacher.attachEvidence({ input: { plan: plan.id, subject: { duty: 'Wali kelas' }, document } }),
  'evidence',
)
const verified = await principal.verifyEvidence({ input: { evidence: proof.id, version: proof.version } })
console.log(`   evidence of the duty: ${verified?.status}`)

console.log('3. Appraisal (penilaian)')
const rated = (
  ['SERVICE', 'ACCOUNTABLE', 'COMPETENT', 'HARMONIOUS', 'LOYAL', 'ADAPTIVE', 'COLLABORATIVE'] satisfies WorkValue[]
).map((value) => ({ value, rating: 'MEETS' }) as const)
const aspects = { reflection: 'Setiap pekan', learning: 'Di komunitas', practice: 'Kelas lebih tenang' }
let appraisal = found(
  await principal.draftAppraisal({
    input: { plan: plan.id, content: { ...aspects, values: rated, behaviour: 'MEETS' } },
  }),
  'appraisal',
)
console.log(`   suggested: ${appraisal.content?.suggestion?.english}`)
const judged = {
  ...aspects,
  values: rated,
  behaviour: 'MEETS',
  result: 'MEETS',
  deviation: 'Baru satu siklus',
} as const
appraisal = found(
  await principal.saveAppraisal({
    input: { appraisal: appraisal.id, version: appraisal.version, content: judged },
  }),
  'appraisal',
)
await principal.recommendAppraisal({ input: { appraisal: appraisal.id, version: appraisal.version } })
const before = await head.organisationPredicate({ office: office.id, period })
const grade = {
  office: office.id,
  period,
  grade: 'GOOD',
  version: before?.version ?? 0,
} as const
const { finalized } = found(await head.setOrganisationPredicate({ input: grade }), 'predicate of the office')
console.log(`   the office is ${grade.grade}; appraisals that became final: ${finalized}`)
let given = found(await teacher.appraisal({ id: appraisal.id }), 'appraisal')
console.log(`   she is ${given.content?.predicate}, and may object until ${given.objectionUntil}`)

console.log('4. Objection (keberatan)')
const reason = 'Dua perilaku sudah efektif.'
const objection = found(
  await teacher.objectToAppraisal({ input: { appraisal: given.id, version: given.version, reason } }),
  'objection',
)
const reply = { appraisal: given.id, version: objection.version, reason: 'Benar, keduanya terlihat.' }
const heard = found(await principal.answerObjection({ input: reply }), 'objection')
const decision = { result: 'ABOVE', behaviour: 'ABOVE', reason: 'Diterima.' } as const
await head.decideObjection({ input: { appraisal: given.id, version: heard.version, ...decision } })
given = found(await teacher.appraisal({ id: given.id }), 'appraisal')
console.log(`   ${given.status}: ${given.content?.predicate}`)
console.log(`   credit points: ${given.content?.creditPoints?.calculation ?? given.content?.creditPoints?.english}`)

console.log('5. Why')
for (const { topic, english } of given.content?.explanation ?? []) console.log(`   ${topic}: ${english}`)

/** What somebody sees of the cycle's sheet. */
async function sheetOf(client: Client): Promise<string> {
  const sheet = (await client.observation({ id: cycle.id }))?.content?.sheet
  return sheet ? `${sheet.ratings.length} ratings` : 'no sheet'
}
