import { fileURLToPath } from 'node:url'
import { settings, startChild } from './child.ts'
import type { Server } from './server.ts'

/** The least a server can do: no GraphQL, no tokens, one statement written by hand for each workload. */
export const floor: Server = {
  name: 'floor',
  title: 'the floor',
  start: (url) =>
    startChild(['--import', 'tsx', fileURLToPath(new URL('floor-server.ts', import.meta.url))], {
      DATABASE_URL: url,
      ...settings,
    }),
  message: ({ name }, { floor: values }) => ({ path: `/${name}`, headers: {}, body: JSON.stringify(values) }),
}
