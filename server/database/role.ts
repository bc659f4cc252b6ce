import { type ClientBase, escapeIdentifier, escapeLiteral, type Pool } from 'pg'

/** As whom the running server connects to our own PostgreSQL. */
export const serverRole = 'kinerja_server'

const everything = 'select, insert, update, delete'

/** What a running server may do with a table, where it is not everything. */
const rights: Readonly<Record<string, string>> = {
  audit_entry: 'select, insert',
  audit_seal: 'select, insert',
  mikro_orm_migrations: 'select',
}

/** Who a database takes us for. */
export interface User {
  readonly name: string
  readonly superuser: boolean
}

/** The user of a connection. */
export async function userOf(client: ClientBase): Promise<User> {
  const { rows } = await client.query<User>(
    'select rolname as name, rolsuper as superuser from pg_roles where rolname = current_user',
  )
  if (!rows[0]) throw new Error('the database does not tell its user')
  return rows[0]
}

/** Makes the role of the server, or makes it as it should be. As a superuser. */
export async function makeRole(owner: ClientBase, role: string, password: string): Promise<void> {
  const name = escapeIdentifier(role)
  await inTurn(owner, async () => {
    const { rowCount } = await owner.query('select from pg_roles where rolname = $1', [role])
    if (!rowCount) await owner.query(`create role ${name}`)
    await owner.query(
      `alter role ${name} login nosuperuser nocreatedb nocreaterole noinherit noreplication nobypassrls
       password ${escapeLiteral(password)}`,
    )
  })
}

/** Gives a role the rights of a running server on a migrated database, these and no others. As the owner of its tables. */
export async function grantRights(pool: Pool, role: string): Promise<void> {
  const owner = await pool.connect()
  try {
    // rights taken from oneself would be missing
    if ((await userOf(owner)).name === role) return
    await inTurn(owner, async () => {
      for (const statement of await grants(owner, role)) await owner.query(statement)
    })
  } finally {
    owner.release()
  }
}

async function grants(owner: ClientBase, role: string): Promise<string[]> {
  const { rows } = await owner.query<{ database: string; schema: string; tables: string[]; sequences: string[] }>(
    `select current_database() as database, current_schema() as schema,
       array_agg(relname::text order by relname) filter (where relkind in ('r', 'p', 'v', 'm')) as tables,
       coalesce(array_agg(relname::text) filter (where relkind = 'S'), '{}') as sequences
     from pg_class where relnamespace = current_schema()::regnamespace and pg_has_role(relowner, 'usage')`,
  )
  const [found] = rows
  if (!found) return []
  const [database, schema, name] = [found.database, found.schema, role].map(escapeIdentifier)
  const inSchema = (relation: string) => `${schema}.${escapeIdentifier(relation)}`
  const byDefault = `alter default privileges in schema ${schema} grant`
  return [
    // what PostgreSQL gives to everybody, and an import needs
    `revoke temporary on database ${database} from public`,
    `grant temporary on database ${database} to current_user`,
    `grant usage on schema ${schema} to ${name}`,
    `${byDefault} ${everything} on tables to ${name}`,
    `${byDefault} usage on sequences to ${name}`,
    `revoke all on ${found.tables.map(inSchema)} from ${name}`,
    ...found.tables.map((table) => `grant ${rights[table] ?? everything} on ${inSchema(table)} to ${name}`),
    ...found.sequences.map((sequence) => `grant usage on sequence ${inSchema(sequence)} to ${name}`),
  ]
}

// PostgreSQL refuses two who change the rights on one thing at once
async function inTurn(owner: ClientBase, work: () => Promise<void>): Promise<void> {
  await owner.query('begin')
  try {
    await owner.query("select pg_advisory_xact_lock(hashtext('kinerja rights'))")
    await work()
    await owner.query('commit')
  } catch (error) {
    await owner.query('rollback')
    throw error
  }
}
