import { parseArgs } from 'node:util'
import { signToken } from '../access/token.ts'
import type { Database } from '../database/database.ts'
import { normaliseNip } from '../person/nip.ts'
import { command, Unable } from './command.ts'

const usage = 'usage: npm run token -- --person KEY | --nip NIP | --role operator|analyst  [--hours 12]'
const roles = { operator: 'OPERATOR', analyst: 'ANALYST' } as const

/** Prints a bearer token for a person or a role. */
await command(async (database, { authSecret }) => {
  const options = read()
  const hours = Number(options.hours)
  if (!(hours > 0 && hours <= 24 * 365)) throw new Unable(`--hours is a number from 0 to 8760.\n${usage}`)
  console.log(await signToken(authSecret, await holder(database, options), hours))
  return 0
})

function read() {
  const text = { type: 'string' } as const
  try {
    const options = { person: text, nip: text, role: text, hours: { ...text, default: '12' } }
    const { values } = parseArgs({ options })
    if ([values.person, values.nip, values.role].filter(Boolean).length === 1) return values
  } catch (error) {
    throw new Unable(`${error instanceof Error ? error.message : error}\n${usage}`)
  }
  throw new Unable(`Give exactly one of --person, --nip and --role.\n${usage}`)
}

async function holder({ pool }: Database, { person, nip, role }: ReturnType<typeof read>) {
  if (role !== undefined) {
    if (role !== 'operator' && role !== 'analyst') throw new Unable(`--role is operator or analyst.\n${usage}`)
    return { role: roles[role] }
  }
  const [column, value] = person !== undefined ? ['key', person] : ['nip', normaliseNip(nip ?? '')]
  const { rows } = await pool.query<{ id: string }>(`select id from person where ${column} = $1`, [value])
  if (!rows[0]) throw new Unable(`There is nobody with that ${column === 'key' ? 'person_key' : 'NIP'}.`)
  return { role: 'PERSON' as const, person: rows[0].id }
}
