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
