import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signToken } from '../server/access/token.ts'
import { loadSampleIfEmpty } from '../server/sample/load.ts'
import { installPackage } from './sdk/package.ts'
import { secret, server } from './support.ts'

const readme = await readFile('sdk/README.md', 'utf8')
const snippets = [...readme.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, text]) => text ?? '')

let installed: Awaited<ReturnType<typeof installPackage>>

beforeAll(async () => {
  installed = await installPackage()
})

afterAll(() => installed.remove())

const run = async (token: string, ...args: string[]): Promise<string> => {
  const env = { ...process.env, KINERJA_TOKEN: token }
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: installed.project, env }).catch(
    (error) => {
      throw new Error(`${error.message}\n${error.stdout}`)
    },
  )
  return stdout
}

test('the snippets of the README, one after the other, type-check and run on the packed package', async () => {
  const { url, database } = await server()
  await loadSampleIfEmpty(database)
  // who heads the office sees all below, and is told of plans, which an operator is not
  const { rows } = await database.pool.query<{ person: string }>(
    `select person_id as person from assignment
     where office_code = '35.79' and position = 'OFFICE_HEAD' and validity @> date '2023-10-15' and upper_inf(validity)`,
  )
  const token = await signToken(secret, { role: 'PERSON', person: rows[0]?.person ?? '' }, 1)
  const program = snippets
    .join('\n')
    .replaceAll('https://kinerja.example/graphql', url)
    .replace('timeout(60_000)', 'timeout(500)')
  const declared = 'declare const process: { env: Record<string, string | undefined> }\n'
  await writeFile(join(installed.project, 'readme.mts'), declared + program)
  const options = '--strict --noEmit --target es2022 --lib es2023,dom --module nodenext'.split(' ')
  await run(token, join(process.cwd(), 'node_modules/typescript/bin/tsc'), ...options, 'readme.mts')
  const printed = await run(token, '--import', import.meta.resolve('tsx'), 'readme.mts')
  expect(printed).toContain('Dinas Pendidikan Kota Batu\n')
  expect(printed).toContain('NOT_FOUND true\n')
  expect(printed).toContain('├─ ')
  expect(printed).toContain('Sari 2\n')
  const [schools, counted] = printed.trim().split('\n').slice(-2)
  expect(Number(schools)).toBeGreaterThan(5)
  expect(counted).toBe(schools)
}, 120_000)

test('every entry is in the table of the README', async () => {
  const { exports } = JSON.parse(await readFile('sdk/package.json', 'utf8'))
  const entries = Object.keys(exports).filter((entry) => !/\.(json|graphql)$/.test(entry))
  const named = [...readme.matchAll(/^\| `@kinerja\/sdk(\/\w+)?` \|/gm)].map(([, path = '']) => `.${path}`)
  expect(named).toEqual(entries)
})
