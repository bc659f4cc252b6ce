import { randomUUID } from 'node:crypto'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { Logger } from 'pino'
import { Refusal } from '../errors.ts'
import { corsHeaders, type Origins, preflightHeaders } from './cors.ts'
import type { Exchange, Reply, Traits } from './exchange.ts'
import { identified, masked, refused } from './failure.ts'
import { securityHeaders } from './headers.ts'
import type { Patience } from './patience.ts'
import { pour } from './pour.ts'
import { type Route, routeAt, routeOf } from './routes.ts'

const mostInOnePiece = 10_000

/** What a door needs. */
export interface Behind {
  readonly routes: readonly Route[]
  readonly origins: Origins
  readonly production: boolean
  readonly patience: Patience
  readonly log: Logger
  /** Told of each request that has been answered. */
  readonly observe: (traits: Traits, status: number, seconds: number) => void
}

/** Every request passes here, and leaves with one whole answer: from its route, or a refusal in the same form. */
export class Door {
  private readonly http: Server
  private readonly behind: Behind
  private readonly headers: Readonly<Record<string, string>>
  private readonly inFlight = new Set<ServerResponse>()
  private stopping = false
  private emptied: () => void = () => undefined

  constructor(http: Server, behind: Behind) {
    this.http = http
    this.behind = behind
    this.headers = securityHeaders(behind.production)
    http.on('request', (request: IncomingMessage, response: ServerResponse) => this.open(request, response))
    http.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => this.cut(error, socket))
  }

  /** Takes no new request, lets those in flight finish, and cuts what takes longer than the patience. */
  async stop(): Promise<void> {
    this.stopping = true
    const closed = new Promise<void>((resolve) => this.http.close(() => resolve()))
    let timer: NodeJS.Timeout | undefined
    await new Promise<void>((resolve) => {
      this.emptied = resolve
      if (!this.inFlight.size) resolve()
      timer = setTimeout(resolve, this.behind.patience.stopping)
    })
    clearTimeout(timer)
    if (this.inFlight.size) this.behind.log.warn({ requests: this.inFlight.size }, 'cut while stopping')
    this.http.closeAllConnections()
    await closed
  }

  private async open(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { log, observe, patience, routes } = this.behind
    const began = performance.now()
    const gone = new AbortController()
    const exchange: Exchange = { request, response, requestId: randomUUID(), signal: gone.signal, traits: {} }
    const { requestId, traits } = exchange
    this.inFlight.add(response)
    response.once('close', () => {
      if (!response.writableFinished) gone.abort()
      this.inFlight.delete(response)
      if (!this.inFlight.size) this.emptied()
    })
    const wait = routeAt(routes, request.url)?.slow ? patience.file : patience.request
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        reject(tooLate(request))
        gone.abort()
      }, wait)
    })
    const reply = await Promise.race([this.reply(exchange), late]).catch((error: unknown) => {
      const refusal = refused(error)
      if (!refusal && !gone.signal.aborted) log.error({ requestId, err: error }, 'failed')
      return refusal ?? masked
    })
    clearTimeout(timer)
    const sent = identified(reply, exchange)
    this.send(exchange, sent)
    const seconds = (performance.now() - began) / 1000
    observe(traits, sent.status, seconds)
    log.debug({ requestId, ...traits, status: sent.status, ms: Math.round(seconds * 1000) }, 'answered')
  }

  private async reply(exchange: Exchange): Promise<Reply> {
    const { request, traits } = exchange
    const { routes } = this.behind
    const asked = request.headers['access-control-request-method']
    if (request.method === 'OPTIONS' && asked !== undefined) {
      const { methods } = routeOf(routes, asked, request.url)
      return { status: 204, headers: preflightHeaders(methods), text: '' }
    }
    const route = routeOf(routes, request.method, request.url)
    traits.route = route.path
    if (this.stopping && !route.always) throw new Refusal('SERVICE_UNAVAILABLE', 'This server is stopping: ask again.')
    return route.handle(exchange)
  }

  private send({ request, response, requestId }: Exchange, { status, headers, text, pieces, bytes }: Reply): void {
    // who has gone is streamed to for as long as it takes to notice
    if (response.destroyed) return void (pieces && pour(pieces, response))
    // a short text leaves in one piece with its headers
    const body = text.length < mostInOnePiece ? text : Buffer.from(text)
    const length = pieces ? bytes : Buffer.byteLength(body)
    // what is left of a body that nobody reads is not waited for
    const last = this.stopping || !request.complete
    response.writeHead(status, {
      ...this.headers,
      ...corsHeaders(this.behind.origins, request.headers.origin),
      ...headers,
      ...(last && { connection: 'close' }),
      ...(status !== 204 && length !== undefined && { 'content-length': length }),
      'x-request-id': requestId,
    })
    if (pieces) pour(pieces, response)
    else response.end(body)
  }

  /** Ends a connection that Node gave up: late, or not HTTP. */
  private cut({ code }: NodeJS.ErrnoException, socket: Socket): void {
    const answering = [...this.inFlight].some(({ req }) => req.socket === socket)
    // a body that is late: the request's own time is up, too
    if (answering && code === 'ERR_HTTP_REQUEST_TIMEOUT') return
    // nothing may come between an answer that is on its way
    if (answering || !socket.writable) return void socket.destroy()
    const { status, title, message } = cuts[code ?? ''] ?? malformed
    const requestId = randomUUID()
    const text = JSON.stringify({ errors: [{ message, extensions: { code: 'BAD_REQUEST', requestId } }] })
    const headers = {
      ...this.headers,
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(text),
      connection: 'close',
      'x-request-id': requestId,
    }
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
    socket.end(`HTTP/1.1 ${status} ${title}\r\n${lines.join('')}\r\n${text}`)
    this.behind.observe({ code: 'BAD_REQUEST' }, status, 0)
  }
}

const tooLate = (request: IncomingMessage) =>
  request.complete
    ? new Refusal('TIMEOUT', 'That took too long: ask for less, or again later.')
    : new Refusal('TIMEOUT', 'The body took too long to arrive.', 408)

const malformed = { status: 400, title: 'Bad Request', message: 'That is not HTTP.' }
const cuts: Readonly<Record<string, typeof malformed>> = {
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, title: 'Request Timeout', message: 'The request took too long to arrive.' },
  HPE_HEADER_OVERFLOW: {
    status: 431,
    title: 'Request Header Fields Too Large',
    message: 'The headers are larger than 16 kB.',
  },
}
