import { connect } from 'node:net'
import type { PoolClient } from 'pg'

const cancelRequest = 80_877_102

/**
 * Ends the statement that a connection is busy with, as PostgreSQL's protocol has it: over a socket of its own, so that
 * it needs neither a free connection nor a right, and finds its way through a pooler. Should it fail, the statement's
 * own time limit ends it.
 */
export function cancel(client: PoolClient): void {
  const { host, port, processID, secretKey } = client as PoolClient & Address
  const words = [16, cancelRequest, processID, secretKey]
  const message = Buffer.alloc(16)
  for (const [index, word] of words.entries()) message.writeInt32BE(word, index * 4)
  const socket = connect(host.startsWith('/') ? { path: `${host}/.s.PGSQL.${port}` } : { host, port })
  socket.setTimeout(2_000, () => socket.destroy())
  socket.on('error', () => undefined).end(message)
}

// what pg knows of a connection
interface Address {
  readonly host: string
  readonly port: number
  readonly processID: number
  readonly secretKey: number
}
