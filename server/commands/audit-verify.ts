import { parseArgs } from 'node:util'
import type { ClientBase } from 'pg'
import { countUnsealed, type DayFound, verify } from '../audit/verify.ts'
import { command, Unable } from './command.ts'

const usage =
  'usage: npm run audit-verify -- [--day YYYY-MM-DD] [--head HASH]\n' +
  '       recomputes the seals of all days, or of one; --head is a hash that was printed before and kept elsewhere'

/** Tells of each day whether its audit entries are as they were sealed. Exit code 1 names the first that is not. */
await command(async ({ pool }) => {
  const wanted = readArguments()
  const client = await pool.connect()
  try {
    // one snapshot for all queries: a server may be sealing
    await client.query('begin isolation level repeatable read read only')
    const isWhole = await check(client, wanted)
    await client.query('commit')
    return isWhole ? 0 : 1
  } finally {
    client.release()
  }
})

interface Wanted {
  day?: string | undefined
  head?: string | undefined
}

function readArguments(): Wanted {
  try {
    const { values } = parseArgs({ options: { day: { type: 'string' }, head: { type: 'string' } } })
    if (values.day !== undefined && !/^\d{4}-\d\d-\d\d$/.test(values.day)) throw new TypeError('--day is YYYY-MM-DD.')
    if (values.head !== undefined && !/^[0-9a-f]{64}$/.test(values.head)) {
      throw new TypeError('--head is the 64 characters that were printed.')
    }
    return values
  } catch (error) {
    throw new Unable(`${error instanceof Error ? error.message : error}\n${usage}`)
  }
}

async function check(client: ClientBase, wanted: Wanted): Promise<boolean> {
  let holdsHead = wanted.head === undefined
  let days = 0
  for await (const found of verify(client, wanted)) {
    console.log(describe(found))
    if (found.problem) return false
    holdsHead ||= found.holdsHead
    days += 1
  }
  if (!days) console.log('nothing is sealed')
  if (!holdsHead) console.log('the head is in no seal: what followed it, or it, was rewritten')
  const unsealed = wanted.day ? 0 : await countUnsealed(client)
  if (unsealed)
    console.log(`waiting for more than 5 s to be sealed: ${unsealed}. Does a server run, and no long import?`)
  return holdsHead
}

function describe({ day, entries, seals, head, problem }: DayFound): string {
  return `${day}: ${problem ?? `${entries} entries in ${seals} seals, head ${head}, ok`}`
}
