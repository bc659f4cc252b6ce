import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { loadSampleIfEmpty } from '../server/sample/load.ts'
import { endSupervision, supervise } from './appoint.ts'
import { server, signInOperator } from './support.ts'

const cleanups: (() => unknown)[] = []

beforeAll(async () => loadSampleIfEmpty((await server()).database))

afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup()
})

/** A folder for what the job remembers. */
async function makeState(): Promise<string> {
  const state = await mkdtemp(join(tmpdir(), 'kinerja-sync-'))
  cleanups.push(() => rm(state, { recursive: true }))
  return state
}

/** Stands before the server, counts the pages of trees that it answers, and keeps those from a number on waiting. */
async function makeCounter() {
  const { url } = await server()
  const counter = { url: '', pages: [] as string[], requests: 0, waitsFrom: Number.POSITIVE_INFINITY, waiting: 0 }
  const http = createServer(async (request, response) => {
    const body = await text(request)
    const { query, variables } = JSON.parse(body)
    counter.requests++
    if (query.startsWith('query supervisionTree(')) {
      if (counter.pages.length >= counter.waitsFrom) {
        counter.waiting++
        return
      }
      counter.pages.push(`${variables.asOf} ${variables.after ?? 'the first'}`)
    }
    const { authorization = '' } = request.headers
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization },
      body,
    })
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text())
  }).listen(0, '127.0.0.1')
  await once(http, 'listening')
  cleanups.push(() => {
    http.closeAllConnections()
    http.close()
  })
  counter.url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
  return counter
}

/** A key of an office's program. */
async function makeKey(code: string): Promise<string> {
  const operator = await signInOperator()
  const input = { name: 'Aplikasi kepegawaian', office: `off_${code}`, scopes: ['SUPERVISION_READ' as const] }
  return (await operator.createApiKey({ input })).secret
}

interface Job {
  readonly office: string
  readonly state: string
  readonly day: string
  readonly url: string
  readonly key: string
}

/** Starts the job. */
function start({ office, state, day, url, key }: Job): ChildProcess {
  const args = ['--office', office, '--state', state, '--day', day, '--page-size', '20']
  return spawn(process.execPath, ['--import', 'tsx', 'examples/district-sync.ts', ...args], {
    env: { ...process.env, KINERJA_URL: url, KINERJA_TOKEN: key },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

/** What the job prints when it is left alone. */
async function run(job: Job): Promise<string> {
  const child = start(job)
  if (!child.stdout || !child.stderr) throw new Error('it has no output')
  const [out, complaint, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  if (code !== 0) throw new Error(complaint)
  return out
}

const linesOf = (ndjson: string) =>
  ndjson
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))

test('killed half-way and started again, the job prints what it prints in one go, and asks for no page twice', async () => {
  const [office, day] = ['35.78', '2026-03-02']
  const [counter, key] = [await makeCounter(), await makeKey(office)]
  const job = { office, day, key, url: counter.url }
  const inOneGo = await run({ ...job, state: await makeState() })
  const all = counter.pages.splice(0)
  expect(all.length).toBeGreaterThan(3)
  expect(new Set(all).size).toBe(all.length)

  const state = await makeState()
  counter.waitsFrom = 2
  const killed = start({ ...job, state })
  await expect.poll(() => counter.waiting).toBe(1)
  const [folder = ''] = await readdir(join(state, office, 'reading'))
  const pages = join(state, office, 'reading', folder)
  await expect.poll(() => readdir(pages)).toEqual(['000001.json', '000002.json'])
  killed.kill('SIGKILL')
  await once(killed, 'close')
  expect(await readdir(join(state, office, 'trees'))).toEqual([])
  // a page that was being written when the power failed
  await writeFile(join(pages, '000003.json.part'), '{"nodes":[{"id":')

  counter.waitsFrom = Number.POSITIVE_INFINITY
  expect(await run({ ...job, state })).toBe(inOneGo)
  expect(counter.pages).toEqual(all)

  counter.requests = 0
  expect(await run({ ...job, state })).toBe(inOneGo)
  expect(counter.requests).toBe(0)
})

test('the first time everybody is added, and the next day what changed is told and nothing else', async () => {
  const [office, first, second, third] = ['35.77', '2026-03-02', '2026-03-03', '2026-03-04']
  const state = await makeState()
  const job = { office, state, key: await makeKey(office), url: (await server()).url }
  const everybody = linesOf(await run({ ...job, day: first }))
  const [head] = everybody
  expect(head).toMatchObject({ change: 'added', position: 'OFFICE_HEAD', to: null })
  expect(everybody.every(({ change }) => change === 'added')).toBe(true)

  const [teacher, leaver] = everybody.filter(({ position }) => position === 'TEACHER')
  const other = everybody.find(({ position, id }) => position === 'PRINCIPAL' && id !== teacher.to)
  await endSupervision(teacher.id, teacher.to, second)
  await supervise('APPRAISER', teacher.id, other.id, second)
  await endSupervision(leaver.id, leaver.to, second)

  const { id, name, position, place } = teacher
  expect(linesOf(await run({ ...job, day: second }))).toEqual([
    { change: 'moved', id, name, position, place, from: teacher.to, to: other.id },
    { change: 'removed', id: leaver.id, name: leaver.name, position, place: leaver.place, from: leaver.to },
  ])
  expect(await run({ ...job, day: third })).toBe('')
  expect(await readdir(join(state, office, 'trees'))).toEqual([`${second}.json`, `${third}.json`])
  expect(await readdir(join(state, office, 'changes'))).toHaveLength(3)
})

test('pages of a day that is over are not gone on from', async () => {
  const [office, first, second] = ['35.76', '2026-03-02', '2026-03-03']
  const [counter, key, state] = [await makeCounter(), await makeKey(office), await makeState()]
  const job = { office, state, key, url: counter.url }
  counter.waitsFrom = 1
  const killed = start({ ...job, day: first })
  await expect.poll(() => counter.waiting).toBe(1)
  killed.kill('SIGKILL')
  await once(killed, 'close')

  counter.waitsFrom = Number.POSITIVE_INFINITY
  counter.pages.length = 0
  const printed = await run({ ...job, day: second })
  expect(counter.pages[0]).toBe(`${second} the first`)
  expect(printed).toBe(await run({ ...job, day: second, state: await makeState() }))
})

test('a tree that was changed while it was read is read anew', async () => {
  const [office, day] = ['35.75', '2026-03-02']
  const [counter, key, state] = [await makeCounter(), await makeKey(office), await makeState()]
  const job = { office, state, day, key, url: counter.url }
  counter.waitsFrom = 1
  const killed = start(job)
  await expect.poll(() => counter.waiting).toBe(1)
  const [folder = ''] = await readdir(join(state, office, 'reading'))
  const page = join(state, office, 'reading', folder, '000001.json')
  await expect.poll(() => readFile(page, 'utf8').catch(() => '')).not.toBe('')
  killed.kill('SIGKILL')
  await once(killed, 'close')
  const [leaver] = JSON.parse(await readFile(page, 'utf8')).nodes.slice(-1)
  await endSupervision(leaver.id, leaver.parentId, day)

  counter.waitsFrom = Number.POSITIVE_INFINITY
  const printed = await run(job)
  expect(printed).not.toContain(leaver.id)
  expect(counter.pages.filter((asked) => asked.endsWith('the first'))).toHaveLength(2)
  expect(printed).toBe(await run({ ...job, state: await makeState() }))
})
