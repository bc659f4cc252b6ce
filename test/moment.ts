import { createClient } from '../sdk/index.ts'
import { signToken } from '../server/access/token.ts'
import { type Server, secret, server, startServer } from './support.ts'

const started = new Map<string, Promise<Server>>()

/** The SDK as somebody uses it on another day: on a server of that day, beside the file's own. Stop them all at the end. */
async function on(day: string, who: Parameters<typeof signToken>[1]) {
  const clock = () => new Date(`${day}T03:00:00Z`)
  const known = started.get(day) ?? startServer({ beside: await server(), clock })
  started.set(day, known)
  return createClient({ url: (await known).url, token: await signToken(secret, who, 1) })
}

/** The same as an operator. */
export const operatorOn = (day: string) => on(day, { role: 'OPERATOR' })

/** The same as a person, by id. */
export const personOn = (day: string, id: string) => on(day, { role: 'PERSON', person: id.slice(4) })

/** Stops the servers of other days. */
export async function stopMoments(): Promise<void> {
  for (const server of started.values()) await (await server).stop()
}
