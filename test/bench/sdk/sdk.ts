import { execFileSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import type { Pool } from 'pg'
import { machine } from '../report/machine.ts'
import { howItWasMeasured, sideBySide } from './report.ts'
import { measureClients } from './run.ts'

const [start, end] = ['<!-- side by side: written by `npm run bench -- sdk` -->', '<!-- end of side by side -->']

const readme = new URL('../../../sdk/README.md', import.meta.url)

/** Measures our SDK beside other clients; writes the tables into its README, and returns them with the machine they are of. */
export async function measureSdk(url: string, pool: Pool, rounds: number): Promise<string> {
  execFileSync('npm', ['run', '--silent', 'build:sdk'], { stdio: 'inherit', shell: process.platform === 'win32' })
  const tables = sideBySide(await measureClients(url, pool, rounds))
  const how = howItWasMeasured(rounds)
  const text = await readFile(readme, 'utf8')
  const marked = `${start}\n\n${tables}\n\n${how.replace('SOURCE', '../test/bench/sdk')}\n\n${end}`
  await writeFile(readme, between(text, marked))
  return [
    '# Our SDK beside other clients',
    `${new Date().toISOString().slice(0, 10)}, by \`npm run bench -- sdk\`. ${how.replace('SOURCE', 'sdk')}`,
    (await machine(pool)).map((line) => `- ${line}`).join('\n'),
    tables,
    '',
  ].join('\n\n')
}

function between(text: string, marked: string): string {
  const [before, rest] = text.split(start)
  const after = rest?.split(end)[1]
  if (after === undefined) throw new Error('sdk/README.md has lost the place of the tables')
  return `${before}${marked}${after}`
}
