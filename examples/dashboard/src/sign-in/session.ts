import { type Client, createClient } from '@kinerja/sdk'
import { createContext, use } from 'react'
import { keptIn } from '../kept.ts'

/** The bearer token of who is signed in: gone with the tab, and never in the address. */
export const session = keptIn(sessionStorage, 'kinerja.token')

/** Set when the server has ended the session. */
export const ended = keptIn(sessionStorage, 'kinerja.ended')

export function beginSession(token: string): void {
  ended.write(null)
  session.write(token)
}

/** The server knows the token no more. */
export function endSession(): void {
  ended.write('yes')
  session.write(null)
}

/** A client of the server that this page came from. */
export const clientOf = (token: string): Client => createClient({ url: new URL('/graphql', location.href).href, token })

export const ClientContext = createContext<Client | null>(null)

/** The client of who is signed in. */
export function useClient(): Client {
  const client = use(ClientContext)
  if (!client) throw new Error('nobody is signed in')
  return client
}
