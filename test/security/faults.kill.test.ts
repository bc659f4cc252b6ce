import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { afterEach, expect, test, vi } from 'vitest'
import { createClient, NetworkError } from '../../sdk/index.ts'
import { signToken } from '../../server/access/token.ts'
import { makeDatabase, secret } from '../support.ts'
import { connectTo } from './outage.ts'

let running: ChildProcess | undefined

afterEach(() => {
  running?.kill('SIGKILL')
})

/** The server as a process of its own, and an operator of it, who is the same each time. */
async function start(environment: Record<string, string>, token: string) {
  const env = { ...process.env, ...environment, AUTH_SECRET: secret, NODE_ENV: 'production', PORT: '0' }
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], { env })
  running = child
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
  await vi.waitUntil(() => output.includes('is ready at') || child.exitCode !== null, 100_000)
  const [url] = /http:\/\/localhost:\d+\/graphql/.exec(output) ?? expect.fail(output)
  return { child, operator: createClient({ url, token }) }
}

test('F1, G1: the server is killed in the middle of mutations: what was acknowledged is there, nothing is half there, and what is sent again is there once', async () => {
  const { url, serverUrl, drop } = await makeDatabase()
  const onlooker = await connectTo(url)
  await onlooker.query(`insert into office (code, name, level) values ('35', 'Dinas Pendidikan', 'PROVINCE')`)
  const acknowledged: string[] = []
  const sent: string[] = []
  const environment = { DATABASE_URL: serverUrl, MIGRATION_DATABASE_URL: url }
  const token = await signToken(secret, { role: 'OPERATOR' }, 1)
  const input = { name: 'Dapodik', office: 'off_35', scopes: ['PLAN_READ'] } as const
  for (const enough of [5, 12, 25]) {
    const { child, operator } = await start(environment, token)
    const ended = once(child, 'exit')
    const before = acknowledged.length
    const lane = async () => {
      for (;;) {
        const idempotencyKey = randomUUID()
        sent.push(idempotencyKey)
        const { apiKey } = await operator.createApiKey({ input }, { idempotencyKey })
        acknowledged.push(apiKey?.id.slice(4) ?? 'an operator sees every key')
        if (acknowledged.length - before === enough) child.kill('SIGKILL')
      }
    }
    const outcomes = await Promise.allSettled(Array.from({ length: 6 }, lane))
    for (const outcome of outcomes) expect(outcome.status === 'rejected' && outcome.reason).toBeInstanceOf(NetworkError)
    expect(await ended).toEqual([null, 'SIGKILL'])
  }
  const { operator } = await start(environment, token)
  let lost = 0
  for (const idempotencyKey of sent)
    await operator.createApiKey({ input }, { idempotencyKey }).then(
      () => lost++,
      (error: unknown) => expect(error).toMatchObject({ code: 'CONFLICT' }),
    )
  // of each time at most what was under way
  expect(lost).toBeLessThanOrEqual(3 * 6)
  const keys = await onlooker.query<{ id: string }>('select id from api_key order by id')
  const records = await onlooker.query<{ id: string }>(
    `select unnest(subjects) as id from audit_entry where action = 'createApiKey' order by 1`,
  )
  expect(keys.rows).toHaveLength(sent.length)
  expect(keys.rows.map(({ id }) => id)).toEqual(expect.arrayContaining(acknowledged))
  expect(records.rows).toEqual(keys.rows)
  running?.kill('SIGKILL')
  await onlooker.end()
  await drop()
}, 480_000)
