import type { IncomingMessage, ServerResponse } from 'node:http'

/** One request on its way to an answer. */
export interface Exchange {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly requestId: string
  /** Aborted when the client has gone or the time is over. */
  readonly signal: AbortSignal
  /** What metrics and the log may know of it, filled in on the way. */
  readonly traits: Traits
}

/** What is told of a request afterwards: never what was asked, or about whom. */
export interface Traits {
  /** The path in the table of routes. */
  route?: string
  operation?: 'query' | 'mutation' | 'subscription'
  role?: string
  /** The code of the first error. */
  code?: string
}

/** What is sent back. */
export interface Reply {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
  /** What comes after the headers instead of the text, piece by piece; empty pieces keep the connection alive. */
  readonly pieces?: AsyncIterable<string | Buffer>
  /** How long they are together, where that is known. */
  readonly bytes?: number
}

/** The path without its query string and the slash at its end. */
export const pathOf = (url = ''): string => url.replace(/\?.*$/s, '').replace(/(?<=.)\/$/, '')

/** A reply in JSON. */
export const json = (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Reply => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  text: JSON.stringify(body),
})
