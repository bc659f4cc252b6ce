import { setTimeout } from 'node:timers/promises'
import { Pool } from 'pg'
import { today } from '../../../server/calendar.ts'
import { rules } from '../../../server/period/rules.ts'
import { administer } from '../../administer.ts'
import { openData } from '../data.ts'
import { quantile } from '../measure/load.ts'
import { machine } from '../report/machine.ts'
import { figure, table } from '../report/table.ts'
import { secret } from '../sample.ts'
import { type Child, startChild } from '../servers/child.ts'
import { countAll } from './audit.ts'
import { pairsOf } from './cast.ts'
import { rush } from './rush.ts'
import { steps } from './steps.ts'

const teachers = 5_000
const clients = 64
/** As many again live through a server that is killed in the middle. */
const survivors = 500

/** Replays the last hour before the deadline, and tells what it took and what is on record afterwards. */
export async function measurePlanning(province: string): Promise<string> {
  const day = today()
  const period = rules.find(({ from, until }) => from <= day && day < until)?.code
  if (!period) throw new Error(`no period of ours holds ${day}`)
  const engine = await openData(province)
  const copy = Object.assign(new URL(engine.url), { pathname: '/planning' }).href
  const asServer = Object.assign(new URL(engine.serverUrl), { pathname: '/planning' }).href
  const template = new URL(engine.url).pathname.slice(1)
  await administer(engine.url, 'drop database if exists planning with (force)')
  await administer(engine.url, `create database planning template "${template}"`)
  const pool = new Pool({ connectionString: copy, max: 2 })
  const server = new Restartable(asServer, copy)
  try {
    // what the school board shows: here the year begins
    await pool.query('truncate plan cascade')
    await server.start()
    const url = () => new URL('/graphql', server.url).href
    const calm = await rush(await pairsOf(pool, url, day, teachers), { clients, period })
    let killed = false
    const pairs = await pairsOf(pool, url, day, survivors, teachers)
    const rough = await rush(pairs, {
      clients,
      period,
      acknowledged: (count) => {
        if (killed || count < (survivors * steps.length) / 2) return
        killed = true
        void server.killAndStart()
      },
    })
    await server.stop()
    const counts = await countAll(pool, teachers + survivors)
    return [
      '# The last hour before the deadline',
      `${day}, by \`npm run bench -- planning\`: ${calm.mutations.toLocaleString('en')} mutations on the plans of ${teachers.toLocaleString('en')} teachers, ` +
        `each drafted, handed in, reviewed and approved, by ${clients} clients of the SDK; then ${rough.mutations.toLocaleString('en')} more, in the middle of which the ` +
        `server is killed (\`SIGKILL\`) and started again: its clients ask again with the same idempotency key, ${rough.again} times.`,
      (await machine(pool)).map((line) => `- ${line}`).join('\n'),
      table(
        ['', 'mutations/s', 'wanted', 'p50 ms', 'p99 ms', 'wanted', 'longest ms'],
        [
          [
            'calm',
            figure(calm.mutations / calm.seconds),
            '≥ 150',
            ...[0.5, 0.99].map((share) => figure(quantile(calm.times, share))),
            '< 1,000',
            figure(calm.times.at(-1)),
          ],
          [
            'killed in the middle',
            figure(rough.mutations / rough.seconds),
            '–',
            ...[0.5, 0.99].map((share) => figure(quantile(rough.times, share))),
            '–',
            figure(rough.times.at(-1)),
          ],
        ],
      ),
      'On record afterwards, of both:',
      table(
        ['', 'wanted', 'found', 'right'],
        counts.map(({ what, wanted, found }) => [
          what,
          wanted.toLocaleString('en'),
          found.toLocaleString('en'),
          wanted === found ? 'yes' : 'no',
        ]),
      ),
      '',
    ].join('\n\n')
  } finally {
    await server.stop()
    await pool.end()
    await administer(engine.url, 'drop database if exists planning with (force)')
    await engine.stop()
  }
}

/** A server that can be killed, and started again at another port. */
class Restartable {
  private readonly databases: { DATABASE_URL: string; MIGRATION_DATABASE_URL: string }
  private child: Child | undefined

  constructor(server: string, owner: string) {
    this.databases = { DATABASE_URL: server, MIGRATION_DATABASE_URL: owner }
  }

  get url(): URL {
    if (!this.child) throw new Error('the server has not been started')
    return this.child.url
  }

  async start(): Promise<void> {
    this.child = await startChild(['--import', 'tsx', 'server/main.ts'], {
      ...this.databases,
      AUTH_SECRET: secret,
      LOG_LEVEL: 'fatal',
      BUDGET: '1000000000000',
      BUDGET_PER_SECOND: '1000000000000',
    })
  }

  async killAndStart(): Promise<void> {
    process.kill(this.child?.pid ?? 0, 'SIGKILL')
    await setTimeout(200)
    await this.start()
  }

  async stop(): Promise<void> {
    await this.child?.stop()
  }
}
