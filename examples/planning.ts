// Plays the start of a term between a teacher, her principal and an operator; each has a token:
//   KINERJA_TEACHER=$(npm run -s token -- --person KEY) KINERJA_PRINCIPAL=… KINERJA_OPERATOR=$(npm run -s token -- --role operator) \
//   node --import tsx examples/planning.ts [--period 2026]
import { parseArgs } from 'node:util'
import { type Client, createClient } from '../sdk/index.ts'

const { values } = parseArgs({ options: { period: { type: 'string', default: '2026' } } })
const { period } = values

const signIn = (name: string) =>
  createClient({
    url: process.env['KINERJA_URL'] ?? 'http://localhost:4000/graphql',
    token: process.env[name],
  })

const [teacher, principal, operator] = ['KINERJA_TEACHER', 'KINERJA_PRINCIPAL', 'KINERJA_OPERATOR'].map(signIn) as [
  Client,
  Client,
  Client,
]

const over = new AbortController()

/** What somebody is told of a plan, as soon as it comes: the bell list says what, the subscription when to look. */
function listen(client: Client) {
  const events = client.notified({}, { signal: over.signal })[Symbol.asyncIterator]()
  let event = events.next().catch(() => undefined)
  return async (plan: string) => {
    for (let tries = 0; tries < 10; tries += 1) {
      const { nodes } = await client.notifications({ unreadOnly: true })
      const [told] = nodes.filter((one) => one.plan?.id === plan)
      if (told) {
        await client.markNotificationsRead({ ids: [told.id] })
        return told.kind
      }
      // what came before the subscription stood is found a second later
      const came = await Promise.race([event, new Promise((resolve) => setTimeout(resolve, 1_000))])
      if (came) event = events.next().catch(() => undefined)
    }
    throw new Error('Nothing came within ten seconds.')
  }
}

const [teacherHears, principalHears] = [listen(teacher), listen(principal)]

const me = (await teacher.viewer())?.person
const [post] = me?.assignments ?? []
const boss = (await principal.viewer())?.person
const [indicator] = await teacher.indicators({ period, role: 'TEACHER' })
if (!me || !post || !boss || !indicator)
  throw new Error('The first two tokens are those of a teacher and of her principal.')
const [first, second] = indicator.behaviours
if (!first || !second) throw new Error(`${indicator.name} has no behaviours to choose from.`)

const content = { indicator: indicator.id, behaviours: [first.id] }
const drafted = await teacher.draftPlan({ input: { assignment: post.id, period, content } })
if (!drafted) throw new Error('The plan cannot be read.')
const plan = drafted.id
console.log(`${me.name} drafts her SKP for ${period}: ${indicator.name}.`)

await teacher.submitPlan({ input: { plan, version: drafted.version, note: 'Mohon diperiksa, Bapak/Ibu.' } })
console.log('She hands it in (ajukan).')

await principalHears(plan)
const [waiting] = (await principal.plans({ filter: { waitingForMe: true, period } })).nodes.filter(
  ({ id }) => id === plan,
)
if (!waiting) throw new Error('The plan waits for somebody else: is the second token that of her principal?')
console.log(`${boss.name} finds it waiting: ${waiting.assignment.person.name}, ${waiting.status}.`)
const adjusted = await principal.adjustPlan({
  input: {
    plan,
    version: waiting.version,
    content: {
      ...content,
      behaviours: [first.id, second.id],
      expectations: [{ value: 'SERVICE', text: 'Sapa setiap murid di gerbang.' }],
    },
    notes: [
      { item: 'BEHAVIOUR', note: 'Kelas Ibu siap untuk dua.' },
      { item: 'EXPECTATION', note: 'Kita mulai dari gerbang.' },
    ],
  },
})
console.log(`${boss.name} adjusts it (penyesuaian).`)

console.log(`${me.name} is told: ${await teacherHears(plan)}. The difference:`)
for (const { item, before, after, note } of (await teacher.plan({ id: plan }))?.history.at(-1)?.changes ?? [])
  console.log(`  ${item}: ${before ?? 'nothing'} → ${after ?? 'nothing'} (${note})`)
const agreed = await teacher.agreeToPlan({ input: { plan, version: adjusted?.version ?? 0 } })
console.log(`She agrees (sepakati): ${agreed?.status}.`)

const asked = await teacher.requestPlanReset({
  input: { plan, version: agreed?.version ?? 0, reason: 'Pindah mengajar ke kelas rendah.' },
})
console.log('Her classes change: she asks for the one reset of the period.')
await operator.grantPlanReset({ input: { plan, version: asked?.version ?? 0, note: 'Silakan menyusun ulang.' } })
const now = await teacher.plan({ id: plan })
console.log(
  `An operator grants it; ${me.name} is told: ${await teacherHears(plan)}. Her plan is a ${now?.status} again.`,
)
over.abort()
