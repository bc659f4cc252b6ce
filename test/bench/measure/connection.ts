import { connect, type Socket } from 'node:net'

const endOfHead = '\r\n\r\n'

/**
 * One keep-alive connection with one request under way. It reads as little as it must, status and length, so that the client is not
 * what is measured: a load generator of its own would be one more program, and the ones for Node parse every answer.
 */
export class Connection {
  private readonly socket: Socket
  private answered: (length: number) => void = () => undefined
  private failed: (error: Error) => void = () => undefined
  private pending: Buffer = Buffer.alloc(0)
  private length = 0
  private missing = 0

  constructor(url: URL) {
    this.socket = connect(Number(url.port), url.hostname)
    this.socket.setNoDelay(true)
    this.socket.on('data', (chunk) => this.read(chunk))
    this.socket.on('error', (error) => this.failed(error))
    this.socket.on('close', () => this.failed(new Error('the server closed the connection')))
  }

  /** Sends a request and resolves with the length of the answer's body. */
  ask(request: Buffer): Promise<number> {
    return new Promise((resolve, reject) => {
      this.answered = resolve
      this.failed = reject
      this.socket.write(request)
    })
  }

  close(): void {
    this.failed = () => undefined
    this.socket.destroy()
  }

  private read(chunk: Buffer): void {
    if (this.missing > 0) {
      this.missing -= chunk.length
    } else {
      this.pending = this.pending.length ? Buffer.concat([this.pending, chunk]) : chunk
      const end = this.pending.indexOf(endOfHead)
      if (end < 0) return
      const head = this.pending.toString('latin1', 0, end)
      const [, length] = /\r\ncontent-length: (\d+)/i.exec(head) ?? []
      if (!head.startsWith('HTTP/1.1 200') || !length) {
        this.failed(new Error(`answered ${head}`))
        return
      }
      this.length = Number(length)
      this.missing = end + endOfHead.length + this.length - this.pending.length
      this.pending = Buffer.alloc(0)
    }
    if (this.missing === 0) this.answered(this.length)
  }
}

/** The bytes of a POST request. */
export function bytesOf(url: URL, path: string, headers: Readonly<Record<string, string>>, body: string): Buffer {
  const all = {
    host: url.host,
    'content-type': 'application/json',
    ...headers,
    'content-length': Buffer.byteLength(body),
  }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
  return Buffer.from(`POST ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body}`)
}
