import { GraphQLError } from 'graphql'
import type { Asker } from '../access/authentication.ts'
import type { Viewer } from '../access/viewer.ts'
import { Refusal } from '../errors.ts'

/** Who stays: by a socket, or by a stream. */
export interface Guest {
  readonly asker: Asker
  readonly viewer: Viewer | null
  /** Of whom there may be so many: a person, a key, a network of strangers. */
  readonly holder: string
  /** Shows him out. */
  readonly leave: (reason: Refusal) => void
}

/** Looks again who he is. */
type ViewerOf = (asker: Asker) => Promise<Viewer | null>

// a right that has ended is noticed within five seconds, with what the check itself takes
const checkEvery = 2_000

const stopping = (): Refusal => new Refusal('SERVICE_UNAVAILABLE', 'This server is stopping: connect again.')

/** Those who stay connected: as many as may, and no longer than their tokens and keys are good for. */
export class Guests {
  private readonly viewerOf: ViewerOf
  private readonly guests = new Set<Guest>()
  private readonly checking: NodeJS.Timeout

  constructor(viewerOf: ViewerOf) {
    this.viewerOf = viewerOf
    this.checking = setInterval(() => this.check(), checkEvery).unref()
  }

  /** Takes a guest in, unless there are `most` of his; returns what is to be called when he goes. */
  enter(guest: Guest, most: number): (() => void) | undefined {
    const like = [...this.guests].filter(({ holder }) => holder === guest.holder)
    if (like.length >= most) return undefined
    this.guests.add(guest)
    return () => this.guests.delete(guest)
  }

  /** Shows everybody out. */
  stop(): void {
    clearInterval(this.checking)
    for (const guest of this.guests) guest.leave(stopping())
  }

  private check(): void {
    for (const guest of this.guests) {
      if (!guest.viewer) continue
      if (guest.viewer.expiresAt.getTime() <= Date.now()) guest.leave(signInAgain())
      else this.viewerOf(guest.asker).catch((error: unknown) => isAway(error) || guest.leave(signInAgain()))
    }
  }
}

/** Whether a failure says nothing of a token or key: a database that is away, or a mistake of ours. */
export const isAway = (error: unknown): boolean =>
  !(error instanceof GraphQLError) || error.extensions['code'] === 'SERVICE_UNAVAILABLE'

const signInAgain = () => new Refusal('UNAUTHENTICATED', 'The token or key is not valid any more: sign in again.', 401)
