import { join } from 'node:path'
import { secret } from '../sample.ts'
import { startChild } from './child.ts'
import type { Server } from './server.ts'

/** Where CPU profiles are written. */
export const profiles = join('.data', 'bench', 'profiles')

/** This server, as a user starts it; asked with a token. */
export function ours(name: string, title: string, token: string, profile = false): Server {
  const flags = profile ? ['--cpu-prof', `--cpu-prof-dir=${profiles}`] : []
  return {
    name,
    title,
    start: (url) =>
      startChild([...flags, '--import', 'tsx', 'server/main.ts'], {
        DATABASE_URL: url,
        AUTH_SECRET: secret,
        BUDGET: '1000000000000',
        BUDGET_PER_SECOND: '1000000000000',
      }),
    message: ({ query }, { ours: variables }) => ({
      path: '/graphql',
      headers: { authorization: `Bearer ${token}` },
      body: JSON.stringify({ query, variables }),
    }),
  }
}
