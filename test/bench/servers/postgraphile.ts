import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { settings, startChild } from './child.ts'
import type { Server } from './server.ts'

const home = fileURLToPath(new URL('../postgraphile/', import.meta.url))

/** PostGraphile over the same tables. */
export const postgraphile: Server = {
  name: 'postgraphile',
  title: 'PostGraphile',
  start: (url) => startChild([`${home}server.mjs`], { DATABASE_URL: url, GRAPHILE_ENV: 'production', ...settings }),
  message: ({ peerQuery: query }, { peer: variables }) => ({
    path: '/graphql',
    headers: {},
    body: JSON.stringify({ query, variables }),
  }),
}

/** Installs it beside the benchmark, the first time. */
export function installPeers(): void {
  // written last
  if (existsSync(`${home}node_modules/.package-lock.json`)) return
  console.log('Installing what we compare with, this once …')
  execFileSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: home,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
}
