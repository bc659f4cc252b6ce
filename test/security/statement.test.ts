import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readings } from '../../server/readings.ts'
import { server } from '../support.ts'
import { typeOf } from './places.ts'
import { makeStage } from './stage.ts'

const { places, explain } = await makeStage()

/** Values of each kind, each with a mark that no statement of ours holds. */
const marked: Readonly<Record<string, readonly string[]>> = {
  String: ["zebra'; select set_config('app.user', 'x', false) --"],
  ID: [
    'off_77.77',
    'are_77.77',
    'sch_77777777',
    'per_77777777-0000-7000-8000-000000000000',
    'asg_77777777-0000-7000-8000-000000000000',
    'pln_77777777-0000-7000-8000-000000000000',
    'evd_77777777-0000-7000-8000-000000000000',
    'apr_77777777-0000-7000-8000-000000000000',
    'obs_77777777-0000-7000-8000-000000000000',
  ],
  NIP: ['197707077777777777'],
  Date: ['1977-07-07'],
}

const marks = /zebra|77|set_config/

const read = places.filter((place) => marked[typeOf(place)] && !place.name.startsWith('Mutation.'))

test.each(read)('D14: what $name brings is nowhere in the statement', async (place) => {
  const values = marked[typeOf(place)] ?? []
  const answers = await Promise.all(
    values.flatMap((value) => [explain(place.asVariable(value)), explain(place.asLiteral(JSON.stringify(value)))]),
  )
  for (const { statement } of answers) expect(statement).not.toMatch(marks)
  // a period, a cursor or an id of another type is refused before
  const isAsked = answers.some(({ statement }) => statement.includes('select'))
  expect(isAsked).toBe(!/\.(after|periods?)$/.test(place.name))
})

const sources = globSync('server/**/*.ts').map((file) => ({ file, text: readFileSync(file, 'utf8') }))
const filesWith = (pattern: RegExp) =>
  sources
    .filter(({ text }) => pattern.test(text))
    .map(({ file }) => file)
    .toSorted()

test('D14: pieces of a statement are made in one file, and few files hand text to the ORM, which is constant', () => {
  expect(filesWith(/new Sql\(/)).toEqual(['server/reader/sql.ts'])
  expect(filesWith(/\b(raw|getKysely|getKnex|createQueryBuilder|qb)\(|\.execute(<[^(]*>)?\(/)).toEqual([
    'server/audit/record.ts',
    'server/idempotency/once.ts',
    'server/person/office-admin.ts',
    'server/plan/facts.ts',
    'server/sample/story/tell.ts',
  ])
})

test('D10: for a request rows are touched by the reader, by keys, accounts, budgets, the audit and what mutations do, and by nothing else', () => {
  // commands, an import and the start ask nobody’s right, nor does what tells a developer whom to become
  const ofNoRequest =
    /^server\/(commands|database|import|sample|supervision)\/|^server\/(greeting|http\/health|playground\/people)\.ts$/
  const asking = filesWith(/\.query(<[^(]*>)?\(|\.execute(<[^(]*>)?\(|\bem\b.*\.\w+\(/)
  expect(asking.filter((file) => !ofNoRequest.test(file))).toEqual([
    'server/access/account.ts',
    'server/api-key/issue.ts',
    'server/api-key/verify.ts',
    'server/appraisal/draft-appraisal.ts',
    'server/appraisal/look.ts',
    'server/appraisal/organisation.ts',
    'server/appraisal/step.ts',
    'server/appraisal/take-step.ts',
    'server/audit/record.ts',
    'server/audit/seal.ts',
    'server/audit/verify.ts',
    'server/context.ts',
    'server/development/catalogue.ts',
    'server/event/event.ts',
    'server/event/feed.ts',
    'server/event/outbox.ts',
    'server/evidence/attach.ts',
    'server/evidence/file/files.ts',
    'server/evidence/take-step.ts',
    'server/idempotency/forget.ts',
    'server/idempotency/once.ts',
    'server/limit/budgets.ts',
    'server/notification/mark-read.ts',
    'server/notification/notify.ts',
    'server/observation/observer-note.ts',
    'server/observation/prepare.ts',
    'server/observation/take-step.ts',
    'server/period/extend-window.ts',
    'server/person/office-admin.ts',
    'server/plan/draft-plan.ts',
    'server/plan/facts.ts',
    'server/plan/take-step.ts',
    'server/reader/connections.ts',
  ])
})

test('D11: every table has a shape, which says who sees its rows; those without one are known', async () => {
  const { database } = await server()
  const { rows } = await database.pool.query<{ name: string }>(
    `select relname as name from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace`,
  )
  const shaped = new Set(readings.map((reading) => 'table' in reading && reading.table))
  const others = rows.map(({ name }) => name).filter((name) => !shaped.has(name))
  expect(others.toSorted()).toEqual([
    'account',
    'activity_catalogue',
    'audit_seal',
    'budget',
    'event',
    'evidence_file',
    'idempotency',
    'indicator_period',
    'mikro_orm_migrations',
    'supervision',
  ])
})
