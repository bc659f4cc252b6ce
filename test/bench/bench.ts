import { writeFile } from 'node:fs/promises'
import { Pool } from 'pg'
import { measureAnalytics } from './analytics/analytics.ts'
import { addEverybody, openData } from './data.ts'
import { type Growth, measureGrowth } from './growth.ts'
import { installPeers } from './install.ts'
import { type Options, readOptions, usage } from './options.ts'
import { measurePages } from './pages/pages.ts'
import { measurePlanning } from './planning/planning.ts'
import { profile } from './profile.ts'
import { analyticsTable } from './report/analytics.ts'
import { compareGrowth, linearity } from './report/growth.ts'
import { machine } from './report/machine.ts'
import { pagesTable } from './report/pages.ts'
import { report } from './report/results.ts'
import { measureAll } from './run.ts'
import { measureSdk } from './sdk/sdk.ts'
import { workloads } from './workloads/workloads.ts'

const small = '32'

const options = read()
if (options?.instead === 'planning') await plan(options)
else if (options?.instead === 'analytics') await count(options)
else if (options?.instead === 'pages') await look(options)
else if (options?.instead === 'sdk') await compareClients(options)
else if (options) {
  installPeers('postgraphile')
  await (options.province === small ? bench(options) : grow(options))
}

async function bench(options: Options): Promise<void> {
  await withData(small, async (url, pool) => {
    const { only, servers, seconds } = options
    const chosen = workloads.filter(({ name }) => only.length === 0 || only.includes(name))
    if (options.profile) {
      for (const workload of chosen) await profile(workload, url, pool, seconds)
      return
    }
    const text = await report(await measureAll(chosen, url, pool, options), options, pool)
    // a part of the table is no record
    if (only.length || servers.length) show(text)
    else await record('RESULTS.md', text)
  })
}

async function grow({ province, seconds }: Options): Promise<void> {
  const before = await withData(small, (url, pool) => measureGrowth(url, pool, seconds))
  const [after, where] = await withData(province, async (url, pool): Promise<[Growth, string[]]> => {
    return [await measureGrowth(url, pool, seconds), await machine(pool)]
  })
  const text = [
    '# How it grows',
    `${new Date().toISOString().slice(0, 10)}, by \`npm run bench -- --province ${province}\`: one client, means.`,
    where.map((line) => `- ${line}`).join('\n'),
    compareGrowth(before, after),
    linearity(after),
    '',
  ].join('\n\n')
  await record('GROWTH.md', text)
}

async function plan({ province }: Options): Promise<void> {
  const text = await measurePlanning(province)
  await record('PLANNING.md', text)
}

async function count({ province, rounds }: Options): Promise<void> {
  const text = await withData(province, async (url, pool) => {
    if (province !== small) await addEverybody(pool)
    const taken = await measureAnalytics(url, pool, province !== small, rounds)
    return [
      '# Analytics',
      `${new Date().toISOString().slice(0, 10)}, by \`npm run bench -- analytics --province ${province} --rounds ${rounds}\`: one client, whole requests.`,
      (await machine(pool)).map((line) => `- ${line}`).join('\n'),
      analyticsTable(taken),
      '',
    ].join('\n\n')
  })
  await record('ANALYTICS.md', text)
}

async function look({ rounds }: Options): Promise<void> {
  const text = [
    '# Pages',
    `${new Date().toISOString().slice(0, 10)}, by \`npm run bench -- pages --rounds ${rounds}\`: Chromium without a window, 1280 × 800, the sample.`,
    pagesTable(await measurePages(rounds)),
    '',
  ].join('\n\n')
  await record('PAGES.md', text)
}

async function compareClients({ province, rounds }: Options): Promise<void> {
  installPeers('sdk')
  const text = await withData(province, (url, pool) => measureSdk(url, pool, rounds))
  await record('SDK.md', text)
}

async function withData<T>(province: string, work: (url: string, pool: Pool) => Promise<T>): Promise<T> {
  const engine = await openData(province)
  const pool = new Pool({ connectionString: engine.url, max: 2 })
  try {
    return await work(engine.serverUrl, pool)
  } finally {
    await pool.end()
    await engine.stop()
  }
}

function show(text: string): void {
  console.log(`\n${text}`)
}

function record(name: string, text: string): Promise<void> {
  show(text)
  return writeFile(new URL(name, import.meta.url), text)
}

function read(): Options | undefined {
  try {
    return readOptions()
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    console.error(`${error.message}\n${usage}`)
    process.exitCode = 2
    return undefined
  }
}
