import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import { stripVTControlCharacters } from 'node:util'

const patience = 180_000

/** The dashboard as a developer starts it, its packages installed the first time; and as it is once that was done. */
const commands = {
  anew: ['run', 'dashboard'],
  built: ['--prefix', 'examples/dashboard', 'run', 'preview'],
}

/** Starts the dashboard against a server; resolves to its address. Throws what it said where it does not start. */
export async function startDashboard(
  url: string,
  command: keyof typeof commands = 'anew',
): Promise<{ address: string; stop: () => Promise<void> }> {
  const program = spawn('npm', commands[command], {
    // built as for everybody
    env: { ...process.env, NODE_ENV: '', KINERJA_URL: new URL('/', url).href, DASHBOARD_PORT: '0' },
    // a group of its own: npm hands no signals on
    detached: true,
  })
  const ended = once(program, 'close')
  const stop = async () => {
    if (program.pid && program.exitCode === null) process.kill(-program.pid)
    await ended
  }
  let said = ''
  const address = new Promise<string>((resolve) => {
    for (const stream of [program.stdout, program.stderr])
      stream.on('data', (chunk) => {
        // where CI is set, Vite writes in colours
        said += stripVTControlCharacters(String(chunk))
        const [found] = /http:\/\/localhost:\d+\//.exec(said.replace(/.*Local:/s, '')) ?? []
        if (found && said.includes('Local:')) resolve(found)
      })
  })
  const fail = () => Promise.reject(new Error(said))
  const late = delay(patience, undefined, { ref: false })
  try {
    return { address: await Promise.race([address, ended.then(fail), late.then(fail)]), stop }
  } catch (error) {
    await stop()
    throw error
  }
}
