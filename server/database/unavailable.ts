import { EngineInUse } from './engine.ts'
import { outageOf } from './outage.ts'

/** What the failures to start mean to the person at the terminal. */
const meanings: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'The database does not answer: is its server running, and DATABASE_URL right?',
  ENOTFOUND: 'The database server is not found: check the host in DATABASE_URL.',
  '28P01': 'The database refuses the password: check DATABASE_URL.',
  '28000': 'The database refuses the user: check DATABASE_URL.',
  '3D000': 'There is no such database: create it, or check DATABASE_URL.',
  '42501':
    'The database user may not do this: it needs the right to create tables and the extensions btree_gist and pg_trgm, or a user in MIGRATION_DATABASE_URL that has it.',
  '40P01': 'Another change was in the way: run it again.',
  '40001': 'Another change was in the way: run it again.',
  EADDRINUSE: 'The port is taken: stop what uses it, or choose another with PORT.',
  EACCES: 'Not allowed: the port is below 1024, or DATA_DIR is not ours to write.',
}

/** One line for an error that keeps the server or a command from starting; its stack where it is a surprise. */
export function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error instanceof EngineInUse) return `${error.message}: stop it, or choose another folder with DATA_DIR.`
  const meaning = 'code' in error ? meanings[String(error.code)] : undefined
  if (meaning) return meaning
  if (outageOf(error) === 'AWAY') return 'The database went away: what was finished is there; run it again.'
  return error.stack ?? error.message
}
