import { execFile } from 'node:child_process'
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, expect, test } from 'vitest'
import { saved } from '../playground/workbench/collection.ts'
import { curlOf } from '../playground/workbench/curl.ts'
import { sdkCode } from '../playground/workbench/sdk-code.ts'
import { signToken } from '../server/access/token.ts'
import { makeDistrict } from './district.ts'
import { secret, server } from './support.ts'

const run = promisify(execFile)

/** A folder where `@kinerja/sdk` is the SDK as it stands here. */
let folder: string
let url: string
let env: NodeJS.ProcessEnv

beforeAll(async () => {
  url = (await server()).url
  env = { ...process.env, KINERJA_TOKEN: await signToken(secret, { role: 'OPERATOR' }, 1) }
  folder = await mkdtemp(join(tmpdir(), 'kinerja-copied-'))
  await symlink(resolve('node_modules'), join(folder, 'node_modules'))
  await writeFile(join(folder, 'package.json'), '{"type":"module"}')
  const paths = { '@kinerja/sdk': [resolve('sdk/index.ts')], '@kinerja/sdk/core': [resolve('sdk/entry/core.ts')] }
  await writeFile(
    join(folder, 'tsconfig.json'),
    JSON.stringify({
      extends: resolve('tsconfig.json'),
      compilerOptions: { paths, noPropertyAccessFromIndexSignature: false },
      include: ['*.ts'],
      exclude: [],
    }),
  )
  return () => rm(folder, { recursive: true })
})

const execute = async (code: string, name: string): Promise<string> => {
  const file = join(folder, `${name}.ts`)
  await writeFile(file, code)
  const options = { cwd: folder, env: { ...env, TSX_TSCONFIG_PATH: join(folder, 'tsconfig.json') } }
  const { stdout } = await run(process.execPath, ['--import', import.meta.resolve('tsx'), file], options)
  return stdout
}

const command = async (code: string): Promise<string> => (await run('bash', ['-c', code], { env })).stdout

const request = (document: string, variables: object = {}) => ({ url, document, variables, signedIn: true })

const ofSaved = (name: string, variables: object) => request(saved.get(name)?.document ?? '', variables)

// whatever a shell or a template literal would take for its own
const nasty = `it's \`a\` \${HOME} $HOME "b" \\ !x`

test('the code of every saved operation, and of documents of one’s own, is right by its types', async () => {
  const own = [
    'query mine($first: Int) { offices(first: $first) { totalCount } }',
    '{ viewer { role } }',
    'mutation { markNotificationsRead(input: { all: true }) { unread } }',
    'subscription mine { seen: notified { cursor } }',
  ]
  await Promise.all([
    ...[...saved.values()].map((operation) =>
      writeFile(join(folder, `saved-${operation.name}.ts`), sdkCode(ofSaved(operation.name, operation.variables))),
    ),
    ...own.map((document, number) => writeFile(join(folder, `own-${number}.ts`), sdkCode(request(document)))),
  ])
  const { stdout } = await run(process.execPath, [resolve('node_modules/typescript/bin/tsc'), '-p', folder]).catch(
    (error: { stdout: string }) => error,
  )
  expect(stdout).toBe('')
}, 120_000)

test('a list is walked to its end', async () => {
  const { office } = await makeDistrict()
  const printed = await execute(sdkCode(ofSaved('officeStaff', { office, first: 1 })), 'list')
  for (const name of ['Ratna', 'Dewi']) expect(printed).toContain(name)
})

test('a tree is drawn', async () => {
  const { assignment } = await makeDistrict()
  const printed = await execute(sdkCode(ofSaved('supervisionTree', { root: assignment('Ratna'), first: 1 })), 'tree')
  for (const name of ['Ratna', 'Dewi', 'Budi', 'Sari', 'Agus']) expect(printed).toContain(name)
  expect(printed).toContain('├─ ')
})

test('one thing is printed, and a document of one’s own with all that a template literal would take for its own', async () => {
  const { office } = await makeDistrict()
  expect(await execute(sdkCode(ofSaved('office', { id: office })), 'one')).toContain(office)
  const document = `# ${nasty}\n{ nothing: schools(filter: { nameContains: ${JSON.stringify(nasty)} }) { totalCount } }`
  expect(await execute(sdkCode(request(document)), 'own')).toContain('{ nothing: { totalCount: 0 } }')
})

test('of several operations the chosen one is copied, with the fragments that it uses', async () => {
  const document = `query first { viewer { ...Who } } query second { periods { code } }
    fragment Who on Viewer { role }`
  expect(await execute(sdkCode(request(document), 'first'), 'first')).toContain("role: 'OPERATOR'")
  const second = await execute(sdkCode(request(document), 'second'), 'second')
  expect(second).toContain('periods')
  expect(sdkCode(request(document), 'second')).not.toContain('Who')
})

test('a subscription asks until it is told', async () => {
  const nothing = 'pln_01890000-0000-7000-8000-000000000000'
  await expect(execute(sdkCode(ofSaved('planChanged', { id: nothing })), 'live')).rejects.toThrow('NOT_FOUND')
  const own = request('subscription ($id: ID!) { it: planChanged(id: $id) { cursor } }', { id: nothing })
  await expect(execute(sdkCode(own), 'own-live')).rejects.toThrow('NOT_FOUND')
  expect(await command(curlOf(own))).toContain('NOT_FOUND')
})

test('what is no document is not copied', () => {
  expect(() => sdkCode(request('{ viewer '))).toThrow('Syntax Error')
  expect(() => curlOf(request('{ viewer '))).toThrow('Syntax Error')
})

test('curl sends the same through a shell, whatever stands in it', async () => {
  const { office } = await makeDistrict()
  const told = JSON.parse(await command(curlOf(ofSaved('office', { id: office }), 'office')))
  expect(told).toMatchObject({ data: { node: { id: office } } })
  const document = `# ${nasty}\nquery own($name: String) { schools(filter: { nameContains: $name }) { totalCount } }`
  const { data } = JSON.parse(await command(curlOf(request(document, { name: nasty }))))
  expect(data).toEqual({ schools: { totalCount: 0 } })
})

test('a stranger’s code carries no token', async () => {
  const asked = { ...request('{ viewer { role } }'), signedIn: false }
  expect(sdkCode(asked) + curlOf(asked)).not.toContain('KINERJA_TOKEN')
  expect(JSON.parse(await command(curlOf(asked))).data).toEqual({ viewer: null })
})
