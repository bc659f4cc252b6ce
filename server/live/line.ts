import type { WebSocket as ProtocolSocket } from 'graphql-ws'
import type { WebSocket } from 'ws'

// what a client has not taken yet: a few large answers
const mostWaiting = 1_000_000
const closingTakes = 1_000

/** A socket as the protocol wants it; one whose client neither answers nor reads is cut. */
export class Line implements ProtocolSocket {
  readonly protocol: string
  private readonly socket: WebSocket
  private readonly reading: number
  private readonly failed: (error: unknown) => void
  private readonly ends: (() => void)[] = []

  constructor(socket: WebSocket, patience: { alive: number; reading: number }, failed: (error: unknown) => void) {
    this.protocol = socket.protocol
    this.socket = socket
    this.reading = patience.reading
    this.failed = failed
    let alive = true
    const beat = setInterval(() => {
      if (!alive) return socket.terminate()
      alive = false
      socket.ping()
    }, patience.alive)
    socket.on('pong', () => {
      alive = true
    })
    // too large, not text, gone: the socket closes itself, with the code that fits
    socket.on('error', () => undefined)
    this.ends.push(() => clearInterval(beat))
  }

  get isOpen(): boolean {
    return this.socket.readyState === this.socket.OPEN
  }

  send(data: string): Promise<void> {
    const { socket } = this
    if (!this.isOpen) return Promise.resolve()
    if (socket.bufferedAmount > mostWaiting) socket.terminate()
    return new Promise((resolve) => {
      const late = setTimeout(() => socket.terminate(), this.reading)
      socket.send(data, () => {
        clearTimeout(late)
        resolve()
      })
    })
  }

  /** Says why, and does not wait long for the client to agree. */
  close(code = 1000, reason = ''): void {
    const { socket } = this
    socket.close(code, reason)
    const late = setTimeout(() => socket.terminate(), closingTakes)
    this.ends.push(() => clearTimeout(late))
  }

  onMessage(take: (data: string) => Promise<void>): void {
    this.socket.on('message', (data) => {
      take(String(data)).catch((error: unknown) => {
        this.failed(error)
        this.close(1011, 'Internal server error')
      })
    })
  }

  /** What is to be done when it has ended. */
  onEnd(work: () => void): void {
    this.ends.push(work)
  }

  end(): void {
    for (const work of this.ends) work()
  }
}
