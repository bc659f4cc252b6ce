import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { beforeAll, expect, test } from 'vitest'
import { signToken } from '../server/access/token.ts'
import { loadSampleIfEmpty } from '../server/sample/load.ts'
import { secret, server } from './support.ts'

const readme = await readFile('README.md', 'utf8')
const blocks = [...readme.matchAll(/^```(\w*)\n(.*?)^```$/gms)].map(([, language, text]) => ({
  language,
  text: text ?? '',
}))

let environment: NodeJS.ProcessEnv

beforeAll(async () => {
  // on a day of the period that is planned for
  const { url, database } = await server({ clock: () => new Date('2026-03-02T03:00:00Z') })
  await loadSampleIfEmpty(database)
  const token = await signToken(secret, { role: 'OPERATOR' }, 1)
  environment = { ...process.env, KINERJA_URL: url, KINERJA_TOKEN: token }
})

/** A teacher with one post, a civil servant at a state school; her principal, and the head of their office, as the sample has them today. */
async function signInLine(
  employment: 'PNS' | 'PPPK',
): Promise<Record<'KINERJA_TEACHER' | 'KINERJA_PRINCIPAL' | 'KINERJA_HEAD', string>> {
  const { rows } = await (await server()).database.pool.query<{ teacher: string; principal: string; head: string }>(
    `select post.person_id as teacher, above.person_id as principal, (
       select higher.person_id from supervision_path rest join assignment higher on higher.id = rest.ancestor_id
       where rest.descendant_id = post.id and rest.capacity = 'APPRAISER' and rest.depth = 2 and upper_inf(rest.validity)
     ) as head
     from supervision_path path join assignment post on post.id = descendant_id join assignment above on above.id = ancestor_id
       join school on school.npsn = post.school_npsn join person on person.id = post.person_id
     where capacity = 'APPRAISER' and depth = 1 and upper_inf(path.validity) and ownership = 'STATE' and post.position = 'TEACHER'
       and above.position = 'PRINCIPAL' and (select count(*) from assignment other where other.person_id = post.person_id) = 1
       and person.employment = $1
     order by post.key limit 1`,
    [employment],
  )
  const [line] = rows
  if (!line) throw new Error('the sample has no such teacher')
  const tokenOf = (person: string) => signToken(secret, { role: 'PERSON', person }, 1)
  return {
    KINERJA_TEACHER: await tokenOf(line.teacher),
    KINERJA_PRINCIPAL: await tokenOf(line.principal),
    KINERJA_HEAD: await tokenOf(line.head),
  }
}

/** What a program on the SDK prints. */
async function run(...args: string[]): Promise<string> {
  return runWith({}, ...args)
}

/** The same with more in its environment. */
async function runWith(more: NodeJS.ProcessEnv, ...args: string[]): Promise<string> {
  const env = { ...environment, ...more }
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', ...args], { env })
  return stdout
}

test('the tree in the README is what the example prints', async () => {
  const [, command, picture] = /^\$ node --import tsx (.*?)\n(.*)/s.exec(blocks[0]?.text ?? '') ?? []
  expect(await run(...(command ?? '').split(' '))).toBe(picture)
})

/** What a snippet in the README prints, by its number. */
function runSnippet(number: number): Promise<string> {
  const snippet = blocks.filter(({ language }) => language === 'ts')[number]?.text ?? ''
  expect(snippet.split('\n').length - 1).toBeLessThanOrEqual(12)
  const source = snippet.replace('http://localhost:4000/graphql', String(environment['KINERJA_URL']))
  const program = source.replace("'./sdk/", `'${new URL('../sdk/', import.meta.url).pathname}`)
  return run('--input-type=module', '--eval', program)
}

test('the snippet in the README runs', async () => {
  const printed = await runSnippet(0)
  expect(printed).toMatch(/Batu\n/)
  expect(Number(printed.trim().split('\n').at(-1))).toBeGreaterThan(50)
})

test('the snippet about API keys in the README runs', async () => {
  expect(await runSnippet(1)).toBe('INTEGRATION\n')
})

test('an office had another tree on 15 October 2023', async () => {
  const [today, then] = await Promise.all([
    run('examples/tree.ts', '--office', '35.78'),
    run('examples/tree.ts', '--office', '35.78', '--as-of', '2023-10-15'),
  ])
  expect(today).not.toBe(then)
})

test('the teachers of an office are printed up to the limit', async () => {
  const lines = (await run('examples/teachers.ts', '--office', '35', '--limit', '7')).trim().split('\n')
  expect(lines).toHaveLength(7)
  expect(lines[0]).toMatch(/ · /)
})

test('a term begins: a plan is drafted, adjusted, agreed to and reset', async () => {
  const tokens = { ...(await signInLine('PPPK')), KINERJA_OPERATOR: String(environment['KINERJA_TOKEN']) }
  const lines = (await runWith(tokens, 'examples/planning.ts', '--period', '2026')).trim().split('\n')
  expect(lines).toEqual([
    expect.stringMatching(/ drafts her SKP for 2026: \S/),
    'She hands it in (ajukan).',
    expect.stringMatching(/ finds it waiting: .+, SUBMITTED\.$/),
    expect.stringMatching(/ adjusts it \(penyesuaian\)\.$/),
    expect.stringMatching(/ is told: PLAN_ADJUSTED\. The difference:$/),
    expect.stringMatching(/^ {2}BEHAVIOUR: nothing → .+ \(Kelas Ibu siap untuk dua\.\)$/),
    expect.stringMatching(/^ {2}EXPECTATION: nothing → SERVICE: Sapa .+ \(Kita mulai dari gerbang\.\)$/),
    'She agrees (sepakati): AGREED.',
    'Her classes change: she asks for the one reset of the period.',
    expect.stringMatching(/ is told: PLAN_RESET\. Her plan is a DRAFT again\.$/),
  ])
})

test('a cycle, from the recommendation of an indicator to the predicate, an objection and credit points', async () => {
  const args = ['examples/semester.ts', '--period', '2026', '--day', '2026-03-02']
  const lines = (await runWith(await signInLine('PNS'), ...args)).trim().split('\n')
  expect(lines).toEqual([
    expect.stringMatching(/^1\. Planning \(perencanaan\): .+, 2026$/),
    expect.stringMatching(/^ {3}recommended: .+, for the report card says (KURANG|SEDANG|BAIK) of it$/),
    '   agreed, with 2 target behaviours',
    '2. Execution (pelaksanaan)',
    '   observed: she sees no sheet',
    '   shared: she sees 2 ratings',
    '   discussed, followed up, reflected: COMPLETED',
    '   evidence of the duty: VERIFIED',
    '3. Appraisal (penilaian)',
    '   suggested: 2 of 2 behaviours were done and effective, 0 not done: above expectation is suggested. The appraiser decides.',
    '   the office is GOOD; appraisals that became final: 1',
    '   she is GOOD, and may object until 2026-03-16',
    '4. Objection (keberatan)',
    '   DECIDED: VERY_GOOD',
    expect.stringMatching(/^ {3}credit points: [\d.]+ × 150% × 12\/12 = [\d.]+$/),
    '5. Why',
    ...['RULES', 'OBSERVATION', 'SUGGESTION', 'RESULT', 'BEHAVIOUR', 'PREDICATE', 'ORGANISATION', 'OBJECTION'].map(
      (topic) => expect.stringMatching(`^ {3}${topic}: `),
    ),
    ...['CREDIT_POINTS', 'CONSEQUENCE', 'CONSEQUENCE', 'CONSEQUENCE'].map((topic) =>
      expect.stringMatching(`^ {3}${topic}: `),
    ),
  ])
})
