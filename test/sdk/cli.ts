import { spawn } from 'node:child_process'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'

/** What a program printed, and how it ended. */
export interface Printed {
  readonly out: string
  readonly err: string
  readonly code: number | null
}

/** Somebody at a shell of his own, with a folder for his files and nothing in the environment. */
export async function sitDown(environment: Record<string, string> = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'kinerja-cli-'))
  const { PATH = '' } = process.env
  const env = { PATH, HOME: folder, XDG_CONFIG_HOME: join(folder, 'config'), ...environment }
  const main = join(import.meta.dirname, '../../sdk/cli/main.ts')
  const start = (...args: string[]) =>
    spawn(process.execPath, ['--import', import.meta.resolve('tsx'), main, ...args], { cwd: folder, env })
  return {
    folder,
    start,
    write: (name: string, contents: string) => writeFile(join(folder, name), contents),
    /** Types a command, and what it reads, and waits for its end. */
    async type(args: readonly string[], input = ''): Promise<Printed> {
      const child = start(...args)
      child.stdin.end(input)
      const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
      const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended])
      return { out, err, code }
    },
  }
}
