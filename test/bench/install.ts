import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Installs what we compare with beside the benchmark, the first time. */
export function installPeers(folder: 'postgraphile' | 'sdk'): void {
  const home = fileURLToPath(new URL(`${folder}/`, import.meta.url))
  // written last
  if (existsSync(`${home}node_modules/.package-lock.json`)) return
  console.log('Installing what we compare with, this once …')
  execFileSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: home,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
}
