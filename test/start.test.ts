import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest'

// the first start loads the sample and tells its story
vi.setConfig({ testTimeout: 120_000 })

let directory: string
const running = new Set<ChildProcess>()

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'kinerja-start-'))
  // PostgreSQL may run as another user
  await chmod(directory, 0o755)
})

afterAll(async () => {
  for (const server of running) await stop(server, 'SIGTERM')
  await rm(directory, { recursive: true, force: true })
})

const environment = (more: NodeJS.ProcessEnv = {}) => ({
  ...process.env,
  DATA_DIR: directory,
  PORT: '0',
  NODE_ENV: '',
  ...more,
})

/** Starts the server as `npm start` does; resolves when it has greeted or ended. */
async function start(more: NodeJS.ProcessEnv = {}) {
  const server = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], { env: environment(more) })
  running.add(server)
  let output = ''
  const ready = new Promise<void>((resolve) => {
    for (const stream of [server.stdout, server.stderr]) {
      stream.on('data', (chunk) => {
        output += chunk
        if (output.includes('Ctrl-C stops')) resolve()
      })
    }
    server.once('close', () => resolve())
  })
  await ready
  return { server, output, code: server.exitCode }
}

async function stop(server: ChildProcess, signal: NodeJS.Signals) {
  running.delete(server)
  if (server.exitCode !== null || server.signalCode !== null) return server.exitCode
  server.kill(signal)
  await once(server, 'close')
  return server.exitCode
}

const shell = (command: string) => promisify(execFile)('bash', ['-c', command])

test('the server greets with what is loaded and requests that can be pasted, and stops at SIGTERM', async () => {
  const { server, output } = await start()
  expect(output).toMatch(
    /Kinerja Graph is ready at http:\/\/localhost:\d+\/graphql\n3,030 people, 228 schools, 3,064 assignments\n/,
  )
  const commands = output.split('\n').filter((line) => line.startsWith('curl'))
  expect(commands).toHaveLength(4)
  const answers = await Promise.all(commands.map(async (command) => JSON.parse((await shell(command)).stdout)))
  for (const answer of answers) expect(answer.errors).toBeUndefined()
  const [teacher, principal, head, operator] = answers.map(({ data }) => data)
  expect(teacher.supervisionChain.map(({ position }: { position: string }) => position)).toEqual([
    'PRINCIPAL',
    'OFFICE_HEAD',
  ])
  expect(teacher.assignment.plan).toMatchObject({
    status: 'AGREED',
    appraisal: { content: { predicate: 'VERY_GOOD' } },
  })
  expect(principal.assignment.subordinates.totalCount).toBeGreaterThan(5)
  expect(head.supervisionTree.totalCount).toBeGreaterThan(50)
  expect(operator.offices.totalCount).toBe(39)
  expect(await stop(server, 'SIGTERM')).toBe(0)
})

test('G9: a second server on the same folder says that it is in use, and Ctrl-C stops the first', async () => {
  const { server } = await start()
  const second = await start()
  expect(second).toMatchObject({
    code: 1,
    output: expect.stringMatching(/^Another server already uses the database in .*\n$/),
  })
  expect(await stop(server, 'SIGINT')).toBe(0)
})

test('where its port is taken the server says so, and ends', async () => {
  const other = createServer().listen(0)
  onTestFinished(async () => void other.close())
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  expect(await start({ PORT: String(port) })).toMatchObject({
    code: 1,
    output: expect.stringMatching(/^(Letting a district .*\n)?The port is taken: .*\n$/),
  })
})

test('what was there is there after a kill', async () => {
  const { server } = await start()
  await stop(server, 'SIGKILL')
  const { server: next, output } = await start()
  expect(output).toContain('3,030 people, 228 schools, 3,064 assignments')
  expect(await stop(next, 'SIGTERM')).toBe(0)
})

test.each([
  [{ PORT: 'http' }, 'PORT is "http": it is a number from 0 to 65535.\n'],
  [{ LOG_LEVEL: 'loud' }, /^LOG_LEVEL is "loud": it is one of .*\n$/],
  [
    { CORS_ORIGINS: 'https://a.example.id, https://b.example.id/' },
    /^CORS_ORIGINS holds "https:\/\/b.example.id\/".*\n$/,
  ],
  [{ CORS_ORIGINS: '*' }, /^CORS_ORIGINS holds "\*".*\n$/],
  [{ METRICS_TOKEN: 'short' }, /^METRICS_TOKEN is too short.*\n$/],
  [{ TRUSTED_DOCUMENTS: 'yes' }, 'TRUSTED_DOCUMENTS is "yes": it is any or only.\n'],
  [{ DATABASE_CONNECTIONS: '0' }, /^DATABASE_CONNECTIONS is "0".*\n$/],
  [{ MAX_CONNECTIONS: '0' }, /^MAX_CONNECTIONS is "0".*\n$/],
  [{ AUTH_SECRET: 'short' }, /^AUTH_SECRET is too short/],
  [{ NODE_ENV: 'production' }, /^AUTH_SECRET is not set: production mode needs a secret of its own.*\n$/],
  [{ DATABASE_URL: 'mysql://localhost' }, /^DATABASE_URL is not a PostgreSQL address.*\n$/],
  [{ DATABASE_URL: 'postgres://127.0.0.1:1/none' }, /^The database does not answer.*\n$/],
])('%o stops the start with one clear line', async (more, line) => {
  const { code, output } = await start(more)
  expect(output).toMatch(line)
  expect(code).toBe(1)
})

test('a token can be had for a person by key or NIP, and for a role', async () => {
  const token = async (...args: string[]) => {
    const command = ['--import', 'tsx', 'server/commands/token.ts', ...args]
    const result = promisify(execFile)(process.execPath, command, { env: environment() })
    return result.catch((error: { code: number; stderr: string }) => error)
  }
  expect(await token('--person', 'P0000042')).toMatchObject({ stdout: expect.stringMatching(/^eyJ[\w.-]+\n$/) })
  expect(await token('--role', 'analyst')).toMatchObject({ stdout: expect.stringMatching(/^eyJ[\w.-]+\n$/) })
  expect(await token('--person', 'nobody')).toMatchObject({
    code: 2,
    stderr: 'There is nobody with that person_key.\n',
  })
  expect(await token('--role', 'king')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('--role is operator or analyst'),
  })
  expect(await token()).toMatchObject({ code: 2, stderr: expect.stringContaining('Give exactly one of') })
})
