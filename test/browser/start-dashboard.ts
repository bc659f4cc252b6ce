import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { stripVTControlCharacters } from 'node:util'

/** Starts the dashboard against a server, as a developer does; resolves to its address. */
export async function startDashboard(url: string): Promise<{ address: string; stop: () => Promise<void> }> {
  const program = spawn('npm', ['run', 'dashboard'], {
    // built as for everybody
    env: { ...process.env, NODE_ENV: '', KINERJA_URL: new URL('/', url).href, DASHBOARD_PORT: '0' },
    // a group of its own: npm hands no signals on
    detached: true,
  })
  const ended = once(program, 'close')
  let said = ''
  const address = await new Promise<string>((resolve, reject) => {
    for (const stream of [program.stdout, program.stderr])
      stream.on('data', (chunk) => {
        // where CI is set, Vite writes in colours
        said += stripVTControlCharacters(String(chunk))
        const [found] = /http:\/\/localhost:\d+\//.exec(said.replace(/.*Local:/s, '')) ?? []
        if (found && said.includes('Local:')) resolve(found)
      })
    ended.then(() => reject(new Error(said)))
  })
  return {
    address,
    stop: async () => {
      if (program.pid) process.kill(-program.pid)
      await ended
    },
  }
}
