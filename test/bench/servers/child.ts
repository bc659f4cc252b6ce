import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'

/** A server that runs in a process of its own. */
export interface Child {
  readonly pid: number
  readonly url: URL
  /** Asks it to stop, and waits until it is gone. */
  stop(): Promise<void>
}

/** What our server asks of its connections, for those that do not: short statements are neither compiled nor shared out. */
export const settings = { PGOPTIONS: '-c jit=off -c max_parallel_workers_per_gather=0' }

/** Starts a Node program that tells its address on standard output when it is ready. */
export async function startChild(args: readonly string[], environment: Record<string, string>): Promise<Child> {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, NODE_ENV: 'production', PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = await addressOf(child)
  return {
    pid: child.pid ?? 0,
    url,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const exit = once(child, 'exit')
      child.kill('SIGTERM')
      await exit
    },
  }
}

function addressOf(child: ChildProcess): Promise<URL> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stdout?.on('data', (chunk) => {
      said += chunk
      const [, address] = /(http:\S+)\s/.exec(said) ?? []
      if (address) resolve(Object.assign(new URL(address), { hostname: '127.0.0.1' }))
    })
    child.once('error', reject)
    child.once('exit', (code, signal) => reject(new Error(`the server ended before it was ready: ${signal ?? code}`)))
  })
}
