import { once } from 'node:events'
import { type ClientOptions, WebSocket } from 'ws'
import { signToken } from '../../server/access/token.ts'
import { secret, server } from '../support.ts'

interface Message {
  readonly type: string
  readonly id?: string
  readonly payload?: unknown
}

/** A bare socket, for what no client sends. */
export async function openSocket(options: ClientOptions & { url?: string; protocol?: string } = {}) {
  const { url = (await server()).url, protocol = 'graphql-transport-ws', ...rest } = options
  const socket = new WebSocket(url.replace('http', 'ws'), protocol, rest)
  const messages: Message[] = []
  socket.on('message', (data) => messages.push(JSON.parse(String(data))))
  const closed = once(socket, 'close').then(([code]) => code as number)
  await once(socket, 'open')
  return {
    socket,
    messages,
    /** The code that it was closed with. */
    closed,
    send: (message: object | string) => socket.send(typeof message === 'string' ? message : JSON.stringify(message)),
    /** The payloads of the messages of a kind. */
    of: (type: string) => messages.filter((message) => message.type === type).map(({ payload }) => payload),
  }
}

/** A socket of somebody who is let in. */
export async function signedIn(who: Parameters<typeof signToken>[1] | string, options = {}) {
  const opened = await openSocket(options)
  const token = typeof who === 'string' ? who : await signToken(secret, who, 1)
  opened.send({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } })
  await Promise.race([once(opened.socket, 'message'), opened.closed])
  return {
    ...opened,
    subscribe: (query: string, variables: object = {}, id = '1') =>
      opened.send({ type: 'subscribe', id, payload: { query, variables } }),
  }
}

export const planChanged =
  'subscription ($id: ID!, $after: String) { planChanged(id: $id, after: $after) { cursor plan { id status version } } }'

/** An event as it arrives. */
export interface Told {
  readonly data: { readonly planChanged: { cursor: string; plan: { status: string; version: number } | null } }
}

/** How many subscriptions a server has open. */
export async function openSubscriptions(url?: string): Promise<number> {
  const response = await fetch(new URL('/metrics', url ?? (await server()).url))
  return Number(/^kinerja_subscriptions (\d+)/m.exec(await response.text())?.[1])
}
