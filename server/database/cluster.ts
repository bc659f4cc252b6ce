import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chown, link, mkdir, mkdtemp, readdir, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { type Account, accountFor, requireEntry, run } from './program.ts'

/** A PostgreSQL cluster and what belongs to it in one folder, running or not. */
export interface Cluster {
  readonly home: string
  readonly files: string
  readonly log: string
  /** The file with the owner's password. */
  readonly password: string
  /** The file with that of the server's role. */
  readonly serverPassword: string
  readonly account: Account | undefined
}

/** The process that serves a cluster, as it tells in `postmaster.pid`. */
export interface Postmaster {
  readonly pid: number
  readonly port: number
  readonly ready: boolean
}

// a laptop with 2 cores and 24 GiB that imports a country; given at every start, so older clusters follow
const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: 60,
  shared_buffers: '256MB',
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
}

/** Opens the cluster in a directory; makes it the first time. */
export async function openCluster(directory: string): Promise<Cluster> {
  await mkdir(directory, { recursive: true })
  const home = await realpath(directory)
  const files = join(home, 'postgres')
  const account = await accountFor(files)
  const [log, password, serverPassword] = ['postgres.log', 'password', 'server-password'].map((name) =>
    join(home, name),
  ) as [string, string, string]
  const cluster = { home, files, log, password, serverPassword, account }
  if (account) await requireEntry(account, home)
  await writeFile(cluster.log, '', { flag: 'a', mode: 0o600 })
  await give(cluster, cluster.log)
  if (!(await isBuilt(cluster))) await build(cluster)
  await choosePassword(cluster, cluster.serverPassword)
  if (account && (await stat(files)).uid === 0) await giveAll(cluster)
  return cluster
}

/** Starts a postmaster on a free port. It is a session of its own: it outlives us, and Ctrl-C does not reach it. */
export async function startPostmaster({ files, log, account }: Cluster): Promise<void> {
  const all = Object.entries({ ...settings, port: await freePort() })
  const options = all.map(([name, value]) => `-c ${name}=${value}`).join(' ')
  await run('pg_ctl', ['start', '-w', '-t', '600', '-D', files, '-l', log, '-o', options], { log, account })
}

/** Ends all connections and stops the postmaster, if it still is there. */
export async function stopPostmaster(cluster: Cluster, { pid }: Postmaster): Promise<void> {
  const isThere = async () => (await findPostmaster(cluster))?.pid === pid
  if (!(await isThere())) return
  // not -w, which would go on to wait for the end of the next postmaster when one follows at once
  await run('pg_ctl', ['stop', '-W', '-m', 'fast', '-D', cluster.files], cluster)
  for (const deadline = Date.now() + 120_000; await isThere(); await delay(20)) {
    if (Date.now() > deadline) throw new Error(`PostgreSQL does not stop: see ${cluster.log}`)
  }
}

/** The postmaster that serves the cluster now. */
export async function findPostmaster(cluster: Cluster): Promise<Postmaster | undefined> {
  const text = (await readFile(pidFile(cluster), 'utf8').catch(unless('ENOENT'))) ?? ''
  const [first, , , port, , , , status] = text.split('\n')
  const pid = Number(first)
  if (!isAlive(pid) || pid === process.pid) return undefined
  return { pid, port: Number(port), ready: status?.trim() === 'ready' }
}

/**
 * Declares dead a postmaster whose number lives on, as a zombie or as a stranger after the computer's restart.
 * PostgreSQL would not start beside a living number, but takes its grandparent's, ours, for the coincidence it is.
 */
export async function buryPostmaster(cluster: Cluster, { pid, port }: Postmaster): Promise<void> {
  const now = await findPostmaster(cluster)
  if (!now?.ready || now.pid !== pid || now.port !== port) return
  const text = await readFile(pidFile(cluster), 'utf8')
  await writeFile(pidFile(cluster), text.replace(/^\d+/, String(process.pid)))
}

// made beside its place and moved there at the end: a cluster is there whole or not at all
async function build(cluster: Cluster): Promise<void> {
  await sweep(cluster)
  await choosePassword(cluster, cluster.password)
  const draft = await mkdtemp(`${cluster.files}.${process.pid}.`)
  try {
    await give(cluster, draft)
    const access = ['--username=kinerja', '--auth=scram-sha-256', `--pwfile=${cluster.password}`]
    await run('initdb', ['-D', draft, '--encoding=UTF8', '--locale=C', ...access], cluster)
    await run('postgres', ['--single', '-D', draft, 'postgres'], { ...cluster, input: 'create database kinerja\n' })
    await rename(draft, cluster.files)
  } catch (error) {
    // another process that was faster is no failure
    if (!(await isBuilt(cluster))) throw error
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
}

async function sweep({ home }: Cluster): Promise<void> {
  for (const name of await readdir(home)) {
    const [, pid] = /^postgres\.(\d+)\./.exec(name) ?? []
    if (pid && !isAlive(Number(pid))) await rm(join(home, name), { recursive: true, force: true, maxRetries: 5 })
  }
}

// a link comes with its content: of two first starts one chooses and both read the same
async function choosePassword(cluster: Cluster, file: string): Promise<void> {
  if (await stat(file).catch(unless('ENOENT'))) return
  const draft = `${file}.${randomBytes(4).toString('hex')}`
  await writeFile(draft, randomBytes(32).toString('hex'), { mode: 0o600 })
  await give(cluster, draft)
  await link(draft, file).catch(unless('EEXIST'))
  await rm(draft)
}

async function give({ account }: Cluster, file: string): Promise<void> {
  if (account) await chown(file, account.uid, account.gid)
}

// files that root has copied here
async function giveAll(cluster: Cluster): Promise<void> {
  for (const name of await readdir(cluster.files, { recursive: true })) await give(cluster, join(cluster.files, name))
  await give(cluster, cluster.files)
}

async function isBuilt({ files }: Cluster): Promise<boolean> {
  return (await stat(join(files, 'PG_VERSION')).catch(unless('ENOENT'))) !== undefined
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address ? address.port : 0
}

function pidFile({ files }: Cluster): string {
  return join(files, 'postmaster.pid')
}

function isAlive(pid: number): boolean {
  try {
    return pid > 0 && process.kill(pid, 0)
  } catch {
    return false
  }
}

function unless(code: string) {
  return (error: NodeJS.ErrnoException): undefined => {
    if (error.code !== code) throw error
  }
}
