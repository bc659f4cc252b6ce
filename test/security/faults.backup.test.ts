import { execFile } from 'node:child_process'
import { globSync } from 'node:fs'
import { chown, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { forCommands, openDatabase } from '../../server/database/database.ts'
import { accountFor } from '../../server/database/program.ts'
import { importFolder } from '../../server/import/import.ts'
import { writeSample } from '../../server/sample/write.ts'
import { ask, connectTo, serve } from './outage.ts'

// our own PostgreSQL comes without pg_dump, and one of the distribution's takes no server that is newer than itself
const programs = globSync('/usr/lib/postgresql/*/bin').toSorted().at(-1)

let directory: string
let url: string
let run: (program: string, ...words: string[]) => Promise<unknown>

beforeAll(async () => {
  if (!programs) return
  directory = await mkdtemp(join(tmpdir(), 'kinerja-backup-'))
  const account = await accountFor(directory)
  if (account) await chown(directory, account.uid, account.gid)
  run = (program, ...words) => promisify(execFile)(join(programs, program), words, { ...account, cwd: '/' })
  await run('initdb', '-D', join(directory, 'postgres'), '--username=kinerja', '--auth=trust')
  // not before: making the files takes seconds, in which somebody else may get it
  const port = await freePort()
  const options = `-c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c port=${port}`
  await run('pg_ctl', 'start', '-w', '-D', join(directory, 'postgres'), '-l', join(directory, 'log'), '-o', options)
  url = `postgres://kinerja@127.0.0.1:${port}`
})

afterAll(async () => {
  if (!programs) return
  await run('pg_ctl', 'stop', '-m', 'immediate', '-D', join(directory, 'postgres'))
  await rm(directory, { recursive: true })
})

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' ? (address?.port ?? 0) : 0
}

async function create(name: string): Promise<string> {
  const admin = await connectTo(`${url}/postgres`)
  await admin.query(`create database ${name}`)
  await admin.end()
  return `${url}/${name}`
}

/** How many rows each table holds. */
async function count(databaseUrl: string): Promise<Record<string, number>> {
  const client = await connectTo(databaseUrl)
  const { rows } = await client.query<{ name: string; rows: number }>(`
    select table_schema || '.' || table_name as name, (xpath('/row/c/text()',
      query_to_xml(format('select count(*) as c from %I.%I', table_schema, table_name), false, true, '')))[1]::text::int as rows
    from information_schema.tables where table_type = 'BASE TABLE' and table_schema !~ '^(pg_|information_schema)'`)
  await client.end()
  return Object.fromEntries(rows.map(({ name, rows }) => [name, rows]))
}

const questions = [
  '{ offices(first: 100) { totalCount nodes { id code name head { id person { name } } } } }',
  '{ teachers(first: 100) { totalCount nodes { id from person { id nip name } supervisor { name } } } }',
  '{ importReports { nodes { id startedAt finishedAt files { file rows inserted } } } }',
  '{ indicators { id code } periods { code windows { from until } } }',
]

test.skipIf(!programs)('G16: a backup restored into an empty database gives the same counts and answers', async () => {
  const sample = join(directory, 'sample')
  await writeSample(sample, { province: '34', schools: 1, teachers: 3, seed: 1 })
  const [before, after] = [await create('before'), await create('after')]
  const original = await serve(before)
  const { refused } = await importFolder(sample, original.database.pool)
  expect(refused).toBe(0)
  const answers = await Promise.all(questions.map((question) => ask(original.url, question)))
  for (const { status, code } of answers) expect({ status, code }).toEqual({ status: 200, code: undefined })
  // a running server puts on record and seals what it answered
  await original.stop()
  const counts = await count(before)
  expect(counts['public.supervision_path']).toBeGreaterThan(0)

  await run('pg_dump', '--format=custom', `--file=${join(directory, 'backup')}`, before)
  await run('pg_restore', '--exit-on-error', `--dbname=${after}`, join(directory, 'backup'))
  expect(await count(after)).toEqual(counts)
  await (await openDatabase(after, forCommands)).close()
  expect(await count(after)).toEqual(counts)
  const restored = await serve(after)
  expect(await Promise.all(questions.map((question) => ask(restored.url, question)))).toEqual(answers)
  const again = await importFolder(sample, restored.database.pool)
  expect(again.files.map(({ inserted, updated, refused }) => [inserted, updated, refused])).toEqual(
    again.files.map(() => [0, 0, 0]),
  )
  await restored.stop()
})
