import { createServer, type Server } from 'node:http'
import type { Patience } from './patience.ts'

/** An HTTP server that waits for nobody longer than it has patience. */
export function createListener(patience: Patience, mostConnections: number): Server {
  const server = createServer({
    headersTimeout: patience.headers,
    // the door looks after those that may take less
    requestTimeout: Math.max(patience.request, patience.file),
    keepAliveTimeout: patience.idle,
    connectionsCheckingInterval: patience.looking,
  })
  server.setTimeout(patience.reading)
  server.maxConnections = mostConnections
  return server
}
