import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { Client } from 'pg'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { EngineInUse, joinEngine, startEngine } from '../server/database/engine.ts'

const children: ChildProcess[] = []
const directories: string[] = []
let directory: string

// most tests share a directory that has its database already, which takes the longest
beforeAll(async () => {
  directory = await newDirectory()
  await (await startEngine(directory)).stop()
})

afterEach(async () => {
  for (const child of children.splice(0)) await kill(child)
  for (const used of directories) {
    const pid = await postmaster(used)
    if (pid) process.kill(pid, 'SIGQUIT')
    await vi.waitUntil(async () => !(await postmaster(used)))
  }
})

afterAll(async () => {
  for (const used of directories) await rm(used, { recursive: true })
})

test('a first start makes the database, and a later start finds what was written', async () => {
  const directory = await newDirectory()
  const first = await startEngine(directory)
  await write(first.url)
  expect(first.stop()).toBe(first.stop())
  await first.stop()
  expect(await postmaster(directory)).toBeUndefined()
  const second = await startEngine(directory)
  expect(await written(second.url)).toBe(true)
  expect((await stat(join(directory, 'password'))).mode & 0o777).toBe(0o600)
})

test('G9: a second server on the directory is refused, and the first goes on', async () => {
  const first = await startEngine(directory)
  const refusal = await startEngine(directory).catch((error: unknown) => error)
  expect(refusal).toBeInstanceOf(EngineInUse)
  expect(String(refusal)).toContain(directory)
  await write(first.url)
})

test('G9: of two first starts at once, one serves and the other is refused', async () => {
  const directory = await newDirectory()
  const starts = await Promise.allSettled([startEngine(directory), startEngine(directory)])
  const refusals = starts.flatMap((start) => (start.status === 'rejected' ? [start.reason] : []))
  expect(refusals).toEqual([expect.any(EngineInUse)])
  for (const start of starts) if (start.status === 'fulfilled') await write(start.value.url)
  expect((await readdir(directory)).sort()).toEqual(['password', 'postgres', 'postgres.log', 'server-password'])
})

// to its whole group, as Ctrl-C in a terminal does
test.each(['SIGKILL', 'SIGINT'] as const)('a server ended by %s leaves its engine to the next', async (signal) => {
  const { child, url } = launch(directory)
  await write(await url)
  await kill(child, signal)
  const next = await startEngine(directory)
  expect(next.url).toBe(await url)
  expect(await written(next.url)).toBe(true)
  await next.stop()
  expect(await postmaster(directory)).toBeUndefined()
})

test('when PostgreSQL is killed too, the next start recovers what was written', async () => {
  const { child, url } = launch(directory)
  await write(await url)
  process.kill((await postmaster(directory)) ?? Number.NaN, 'SIGKILL')
  await kill(child)
  const next = await startEngine(directory)
  expect(await written(next.url)).toBe(true)
})

test('a first start killed half-way does not spoil the directory', async () => {
  const directory = await newDirectory()
  const { child } = launch(directory)
  const content = () => readdir(directory, { recursive: true })
  await vi.waitUntil(async () => (await content()).some((name) => name.endsWith('base')))
  await kill(child)
  const engine = await startEngine(directory)
  await write(engine.url)
  expect((await readdir(directory)).sort()).toEqual(['password', 'postgres', 'postgres.log', 'server-password'])
})

test('a dead PostgreSQL whose process number a stranger bears is started anew', async () => {
  const { child, url } = launch(directory)
  await url
  const pid = (await postmaster(directory)) ?? Number.NaN
  const file = join(directory, 'postgres/postmaster.pid')
  const text = await readFile(file, 'utf8')
  process.kill(pid, 'SIGKILL')
  await kill(child)
  const { uid, gid } = await stat(file)
  // a stranger of the same user, whom PostgreSQL takes for its like
  const stranger = spawn('sleep', ['60'], { uid, gid, detached: true })
  children.push(stranger)
  await writeFile(file, text.replace(String(pid), String(stranger.pid)))
  const engine = await startEngine(directory)
  await write(engine.url)
})

test('a command joins the engine of a running server and leaves it running', async () => {
  const server = await startEngine(directory)
  const command = await joinEngine(directory)
  expect(command.url).toBe(server.url)
  await command.stop()
  await write(server.url)
})

test('a command alone starts the engine and stops it afterwards', async () => {
  const command = await joinEngine(directory)
  await write(command.url)
  await command.stop()
  expect(await postmaster(directory)).toBeUndefined()
})

test('a server may start during a command, and outlasts it', async () => {
  const command = await joinEngine(directory)
  const server = await startEngine(directory)
  expect(server.url).toBe(command.url)
  await command.stop()
  await write(server.url)
})

test('a server that starts at the moment a command ends has an engine that stays', async () => {
  for (let lead = 0; lead < 32; lead += 4) {
    const command = await joinEngine(directory)
    const [server] = await Promise.all([startEngine(directory), delay(lead).then(() => command.stop())])
    await write(server.url)
    await server.stop()
  }
})

test('a command ends well although a server has adopted and stopped its engine', async () => {
  const command = await joinEngine(directory)
  const server = await startEngine(directory)
  await server.stop()
  await command.stop()
})

async function newDirectory(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'engine-'))
  directories.push(made)
  // as root, PostgreSQL runs as another user, who must get in
  await chmod(made, 0o755)
  return made
}

// a server in a process, and a process group, of its own
function launch(directory: string) {
  const engine = JSON.stringify(new URL('../server/database/engine.ts', import.meta.url).href)
  const script = `import { startEngine } from ${engine}; console.log((await startEngine(process.argv[1])).url)`
  const words = ['--import', 'tsx', '--input-type=module', '--eval', script, directory]
  const child = spawn(process.execPath, words, { detached: true, stdio: ['ignore', 'pipe', 'inherit'] })
  children.push(child)
  return { child, url: once(child.stdout, 'data').then(([line]) => String(line).trim()) }
}

async function kill(child: ChildProcess, signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  process.kill(-child.pid, signal)
  await once(child, 'exit')
}

// the number of the living process
async function postmaster(directory: string): Promise<number | undefined> {
  const pid = Number.parseInt(await readFile(join(directory, 'postgres/postmaster.pid'), 'utf8').catch(() => ''), 10)
  try {
    return process.kill(pid, 0) ? pid : undefined
  } catch {
    return undefined
  }
}

async function write(url: string): Promise<void> {
  await query(
    url,
    `create table if not exists note (words text); insert into note values ('${expect.getState().currentTestName}')`,
  )
}

async function written(url: string): Promise<boolean> {
  return (await query(url, `select from note where words = '${expect.getState().currentTestName}'`)).rowCount === 1
}

async function query(url: string, sql: string) {
  const client = new Client(url)
  await client.connect()
  return client.query(sql).finally(() => client.end())
}
