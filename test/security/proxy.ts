import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** A stretch of network between a server and its database, which can be made to fail. */
export interface Wire {
  /** The address of the database by way of it. */
  readonly url: string
  /** Swallows every byte in both directions, and accepts connections that nobody answers. */
  silence(): void
  /** Delivers what was swallowed, and goes on. */
  speak(): void
  /** Breaks all connections; new ones are possible. */
  reset(): void
  /** Leads new connections to another port. */
  lead(port: number): void
  close(): Promise<void>
}

/** Lays a wire to a database: a TCP proxy. */
export async function openWire(database: string): Promise<Wire> {
  const target = new URL(database)
  const ways = new Set<readonly [Socket, Socket]>()
  let isSilent = false
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname)
    const way = [near, far] as const
    ways.add(way)
    for (const [from, to] of [way, [far, near]] as const) {
      from.on('data', (bytes) => to.write(bytes))
      from.on('error', () => undefined)
      from.on('close', () => {
        ways.delete(way)
        to.destroySoon()
      })
      if (isSilent) from.pause()
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const sockets = () => [...ways].flat()
  const reset = () => {
    for (const socket of sockets()) socket.resetAndDestroy()
  }
  return {
    url: Object.assign(new URL(database), { hostname: '127.0.0.1', port: String(port) }).href,
    silence() {
      isSilent = true
      for (const socket of sockets()) socket.pause()
    },
    speak() {
      isSilent = false
      for (const socket of sockets()) socket.resume()
    },
    reset,
    lead(port) {
      target.port = String(port)
    },
    async close() {
      reset()
      server.close()
      await once(server, 'close')
    },
  }
}
