import { execFile } from 'node:child_process'
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { createClient } from '../../sdk/index.ts'
import type { WaysIn } from '../../server/playground/ways-in.ts'
import { startServer } from '../support.ts'
import { open, picture, toldServer, violations } from './browser.ts'
import { answerOf, become, execute, graphiql, look, openSaved, textOf, write } from './workbench.ts'

const { url, database } = await toldServer()
const { people }: WaysIn = await (await fetch(new URL('/playground/people', url))).json()

const tokenOf = (who: string) => people.find(({ persona }) => persona === who)?.token ?? ''

test('what is asked is copied as a program of the SDK that prints the same, and as curl', async () => {
  const page = await open(url, { permissions: ['clipboard-read', 'clipboard-write'] })
  await become(page, 'teacher')
  await openSaved(page, 'plans')
  await execute(page)
  const { data } = await answerOf(page)
  const ids = JSON.stringify(data).match(/pln_[\w-]+/g) ?? []
  expect(ids.length).toBeGreaterThan(0)

  const copied = async (name: string) => {
    // the page may still say so of the copy before
    await page.evaluate(() => navigator.clipboard.writeText(''))
    await page.getByRole('button', { name }).click()
    await page.getByText('Copied').waitFor()
    const text = () => page.evaluate(() => navigator.clipboard.readText())
    await expect.poll(text).not.toBe('')
    return text()
  }
  const folder = await mkdtemp(join(tmpdir(), 'kinerja-copied-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await symlink(resolve('node_modules'), join(folder, 'node_modules'))
  await writeFile(join(folder, 'package.json'), '{"type":"module"}')
  const paths = { '@kinerja/sdk': [resolve('sdk/index.ts')] }
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: { paths } }))
  await writeFile(join(folder, 'copied.ts'), await copied('Copy as SDK code'))
  const run = promisify(execFile)
  const env = { ...process.env, KINERJA_TOKEN: tokenOf('teacher'), TSX_TSCONFIG_PATH: join(folder, 'tsconfig.json') }
  const args = ['--import', import.meta.resolve('tsx'), join(folder, 'copied.ts')]
  const program = await run(process.execPath, args, { cwd: folder, env })
  const shell = await run('bash', ['-c', await copied('Copy as curl')], { env })
  for (const id of ids) {
    expect(program.stdout).toContain(id)
    expect(shell.stdout).toContain(id)
  }
})

test('a query that takes long shows for how long, and is stopped in the database, too', async () => {
  // other servers end what waits for a lock after three seconds, in which a busy page may not come to its button
  const patient = await startServer({ beside: await toldServer() }, { statement_timeout: 60_000, lock_timeout: 60_000 })
  onTestFinished(() => patient.stop())
  const page = await open(patient.url)
  await become(page, 'operator')
  await write(page, 'query { offices { totalCount } }')
  const lock = await database.pool.connect()
  onTestFinished(async () => {
    await lock.query('rollback')
    lock.release()
  })
  await lock.query('begin')
  await lock.query('lock table office in access exclusive mode')
  // not asked of the one that holds the lock: he sees the others as they were when he first looked
  const waiting = async () => {
    const { rows } = await database.pool.query(
      `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and state = 'active'`,
    )
    return rows.length
  }
  expect(await waiting()).toBe(0)
  await execute(page)
  await page.getByRole('progressbar').waitFor()
  expect(await page.locator('.progress').innerText()).toMatch(/Asking for \d+\.\d s/)
  await expect.poll(waiting).toBe(1)
  await page.getByRole('button', { name: 'Stop', exact: true }).click()
  await page.getByText('Stopped').waitFor()
  expect(await page.getByRole('progressbar').count()).toBe(0)
  await expect.poll(waiting).toBe(0)
})

test('a subscription shows what happens as it happens, until it is stopped', async () => {
  const principal = createClient({ url, token: tokenOf('principal') })
  const plan = (await principal.plans({ filter: { period: '2026', status: ['SUBMITTED'] } })).nodes[0]
  if (!plan) throw new Error('somebody has handed in a plan')
  const page = await open(url)
  await become(page, 'principal')
  await openSaved(page, 'planChanged')
  await write(page, await textOf(page, 'operation.graphql'), { id: plan.id })
  await execute(page)
  await page.getByText(/Listening for .*: 0/).waitFor()
  await principal.reviewPlan({ input: { plan: plan.id, version: plan.version } })
  await page.getByText(/Listening for .*: 1/).waitFor()
  await look(page, 'Events')
  expect(await page.locator('.events li').count()).toBe(1)
  expect(await page.locator('.events').innerText()).toContain('IN_REVIEW')
  await picture(page, 'playground-events')
  await page.getByRole('button', { name: 'Stop', exact: true }).click()
  await page.getByRole('progressbar').waitFor({ state: 'detached' })
})

test('an error leads to what it means and what to do', async () => {
  const page = await open(url)
  await become(page, 'teacher')
  await openSaved(page, 'plan')
  await write(page, await textOf(page, 'operation.graphql'), { id: 'pln_01890000-0000-7000-8000-000000000000' })
  await execute(page)
  await page.getByRole('button', { name: 'NOT_FOUND: what to do' }).click()
  const entry = page.locator('.entry.wanted')
  await entry.getByText('There is no such thing, or you may not know of it').waitFor()
  expect(await entry.innerText()).toContain('Data tidak ditemukan')
  await picture(page, 'playground-errors')
  expect(await violations(page, graphiql)).toEqual([])
  await entry.getByRole('button', { name: 'observation', exact: true }).click()
  await expect.poll(() => textOf(page, 'operation.graphql')).toContain('query observation(')
})

test('who becomes somebody else sees nothing that the former was answered, in no tab, and finds what he asked', async () => {
  const page = await open(url)
  await become(page, 'office')
  await openSaved(page, 'supervisionTree')
  await execute(page)
  await answerOf(page)
  await openSaved(page, 'teachers')
  await execute(page)
  await answerOf(page)
  await become(page, 'analyst')
  await expect.poll(() => textOf(page, 'response.json')).toBe('')
  expect(await textOf(page, 'operation.graphql')).toContain('query teachers(')
  expect(await page.getByRole('status').innerText()).toBe('')
  await page.getByRole('tab', { name: 'supervisionTree' }).click()
  await expect.poll(() => textOf(page, 'operation.graphql')).toContain('query supervisionTree(')
  expect(await textOf(page, 'response.json')).toBe('')
})
