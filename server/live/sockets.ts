import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { type FormattedExecutionResult, GraphQLError } from 'graphql'
import { type Context, handleProtocols, makeServer, type SubscribePayload } from 'graphql-ws'
import type { Logger } from 'pino'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Asker } from '../access/authentication.ts'
import type { Live } from '../context.ts'
import { mayAsk, type Origins } from '../http/cors.ts'
import { pathOf } from '../http/exchange.ts'
import { type Guest, type Guests, isAway } from './guests.ts'
import { Line } from './line.ts'
import { ending, started } from './started.ts'

/** How much there may be of everything. */
const most = { bytes: 64 * 1024, subscriptions: 20, sockets: 10 } as const

/** What is needed behind a socket. */
export interface Behind {
  readonly path: string
  readonly origins: Origins
  readonly guests: Guests
  readonly log: Pick<Logger, 'error'>
  readonly recognise: (asker: Asker) => Promise<Pick<Guest, 'viewer' | 'holder'>>
  /** Starts a subscription: its stream stands in `live` then. Returns why not, as clients are told. */
  readonly ask: (asker: Asker, payload: SubscribePayload, live: Live) => Promise<readonly GraphQLError[]>
  /** For `connection_init`, for a sign of life, and for the client to take what is sent; milliseconds. */
  readonly patience: { readonly init: number; readonly alive: number; readonly reading: number }
}

interface Extra {
  readonly line: Line
  readonly request: IncomingMessage
  asker: Asker
}

type Connection = Context<Record<string, unknown>, Extra>

/** Subscriptions by WebSocket (`graphql-transport-ws`). */
export class Sockets {
  private readonly behind: Behind
  private readonly sockets: WebSocketServer
  private readonly protocol
  private stopping = false

  constructor(http: Server, behind: Behind) {
    this.behind = behind
    this.sockets = new WebSocketServer({
      noServer: true,
      maxPayload: most.bytes,
      perMessageDeflate: false,
      handleProtocols,
    })
    this.protocol = makeServer<Record<string, unknown>, Extra>({
      connectionInitWaitTimeout: behind.patience.init,
      onConnect: (connection) => this.connect(connection),
      onSubscribe: (connection, _id, payload) => this.start(connection, payload),
      subscribe: ending,
      // it is formatted already
      onNext: (_connection, _id, _payload, _args, result) =>
        result as FormattedExecutionResult<Record<string, unknown>>,
    })
    http.on('upgrade', (request, socket, head) => this.upgrade(request, socket, head))
  }

  /** Takes nobody in any more, and ends all sockets. Call it after the guests have been shown out. */
  async stop(): Promise<void> {
    this.stopping = true
    const { clients } = this.sockets
    const closed = [...clients].map((socket) => new Promise<void>((resolve) => socket.once('close', () => resolve())))
    for (const socket of clients) socket.close(1001, 'Going away')
    const timer = setTimeout(() => clients.forEach((socket) => void socket.terminate()), this.behind.patience.init)
    await Promise.all(closed)
    clearTimeout(timer)
  }

  private upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const { path, origins } = this.behind
    const { origin } = request.headers
    socket.on('error', () => socket.destroy())
    if (this.stopping) refuse(socket, '503 Service Unavailable')
    else if (pathOf(request.url) !== path) refuse(socket, '404 Not Found')
    else if (origin !== undefined && !mayAsk(origins, origin)) refuse(socket, '403 Forbidden')
    else this.sockets.handleUpgrade(request, socket, head, (opened) => this.open(opened, request))
  }

  private open(socket: WebSocket, request: IncomingMessage): void {
    const { log, patience } = this.behind
    const line = new Line(socket, patience, (err) => log.error({ err }, 'failed'))
    const closed = this.protocol.opened(line, { line, request, asker: request })
    socket.once('close', (code, reason) => {
      line.end()
      Promise.resolve(closed(code, String(reason))).catch((err: unknown) => log.error({ err }, 'failed'))
    })
  }

  private async connect({ connectionParams = {}, extra }: Connection): Promise<boolean> {
    const { line, request } = extra
    const named = Object.keys(connectionParams).find((name) => name.toLowerCase() === 'authorization')
    const authorization = named === undefined ? request.headers.authorization : connectionParams[named]
    if (authorization !== undefined && typeof authorization !== 'string') return false
    const { url, socket, headers } = request
    const { authorization: _, ...others } = headers
    extra.asker = { url, socket, headers: authorization === undefined ? others : { ...others, authorization } } as Asker
    try {
      const who = await this.behind.recognise(extra.asker)
      if (!line.isOpen) return false
      const leave: Guest['leave'] = ({ extensions }) =>
        extensions['code'] === 'UNAUTHENTICATED' ? line.close(4401, 'Unauthorized') : line.close(1001, 'Going away')
      const left = this.behind.guests.enter({ ...who, asker: extra.asker, leave }, most.sockets)
      if (left) line.onEnd(left)
      return left !== undefined
    } catch (error) {
      if (isAway(error)) line.close(1013, 'Try again later')
      return false
    }
  }

  private async start({ extra: { asker }, subscriptions }: Connection, payload: SubscribePayload) {
    if (Object.keys(subscriptions).length > most.subscriptions) {
      const message = `A socket carries ${most.subscriptions} subscriptions: end one first, or open another.`
      return [new GraphQLError(message, { extensions: { code: 'RATE_LIMITED' } })]
    }
    const live: Live = { over: new AbortController() }
    const errors = await this.behind.ask(asker, payload, live)
    return live.stream ? started(live.stream, live.over) : errors
  }
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`)
}
