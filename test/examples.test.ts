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
  const { url, database } = await server()
  await loadSampleIfEmpty(database)
  const token = await signToken(secret, { role: 'OPERATOR' }, 1)
  environment = { ...process.env, KINERJA_URL: url, KINERJA_TOKEN: token }
})

/** What a program on the SDK prints. */
async function run(...args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', ...args], { env: environment })
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
