import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { forCommands, openDatabase } from '../../server/database/database.ts'
import { explain } from '../../server/database/unavailable.ts'
import { importFolder, type Progress } from '../../server/import/import.ts'
import { writeSample } from '../../server/sample/write.ts'
import { ask, isFine, lock, type Reply, serve, startPostgres, unavailable } from './outage.ts'
import { openWire, type Wire } from './proxy.ts'

let postgres: Awaited<ReturnType<typeof startPostgres>>
let wire: Wire
let server: Awaited<ReturnType<typeof serve>>
let sample: string

beforeAll(async () => {
  postgres = await startPostgres()
  wire = await openWire(await postgres.url())
  server = await serve(wire.url)
  sample = await mkdtemp(join(tmpdir(), 'kinerja-sample-'))
  await writeSample(sample, { province: '34', schools: 1, teachers: 2, seed: 1 })
})

afterAll(async () => {
  await server.stop()
  await wire.close()
  await postgres.stop()
  await rm(sample, { recursive: true })
})

beforeEach(async () => {
  wire.speak()
  if (!(await postgres.isRunning())) wire.lead(await postgres.start())
  await recovers()
})

const periods = () => ask(server.url, '{ periods { code } }')
const recovers = () => vi.waitUntil(async () => isFine(await periods()), { timeout: 20_000, interval: 50 })

test('G2: PostgreSQL is killed under readers: 503 and Retry-After, and the server reconnects by itself', async () => {
  const replies: Reply[] = []
  let goesOn = true
  const read = async () => {
    for (; goesOn; await setTimeout(5)) replies.push(await periods())
  }
  const readers = [read(), read(), read(), read()]
  await vi.waitUntil(() => replies.some(isFine))
  await postgres.kill()
  await vi.waitUntil(() => replies.some((reply) => !isFine(reply)))
  wire.lead(await postgres.start())
  await recovers()
  goesOn = false
  await Promise.all(readers)
  for (const reply of replies) if (!isFine(reply)) expect(reply).toMatchObject(unavailable)
})

test('G2: PostgreSQL is killed under an import: the files told as done are there, and it can be run again', async () => {
  const { pool, close } = await openDatabase(wire.url, forCommands)
  const done: string[] = []
  const onProgress = ({ file, stage }: Progress) => {
    if (stage === 'DONE') done.push(file)
  }
  try {
    const { hasWaiting, release } = await lock(await postgres.url(), 'supervision_path')
    const importing = importFolder(sample, pool, { onProgress }).catch((error: unknown) => error)
    await hasWaiting(1)
    await postgres.kill()
    await release()
    expect(explain(await importing)).toBe('The database went away: what was finished is there; run it again.')
    wire.lead(await postgres.start())
    await recovers()

    const { data } = await ask(server.url, '{ importReports { nodes { finishedAt files { file } } } }')
    expect(data).toEqual({ importReports: { nodes: [{ finishedAt: null, files: done.map((file) => ({ file })) }] } })
    const again = await importFolder(sample, pool)
    expect(done).toEqual(['offices.csv', 'schools.csv', 'people.csv', 'assignments.csv'])
    expect(again.files.map(({ inserted }) => inserted > 0)).toEqual([false, false, false, false, true, true])
    expect(again.files[4]).toMatchObject({ file: 'supervision.csv', unchanged: 0, refused: 0 })
  } finally {
    await close()
  }
})

test('G4: the network to the database falls silent: every request ends within ten seconds, and all is well after', async () => {
  wire.silence()
  const replies = await Promise.all(Array.from({ length: 14 }, periods))
  for (const reply of replies) expect(reply).toMatchObject(unavailable)
  wire.speak()
  await recovers()
  expect(server.database.pool.waitingCount).toBe(0)
})

test('G4: the connections to the database are reset: the requests in flight are told so, the next are answered', async () => {
  const { hasWaiting, release } = await lock(await postgres.url(), 'period')
  const inFlight = Promise.all([periods(), periods(), periods()])
  await hasWaiting(3)
  wire.reset()
  for (const reply of await inFlight) expect(reply).toMatchObject(unavailable)
  await release()
  await recovers()
})
