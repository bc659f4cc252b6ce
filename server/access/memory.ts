import type { Viewer } from './viewer.ts'

/** Finds out who stands behind a token or key. Refuses whatever is not valid. */
export type Verify = (credential: string) => Promise<Viewer>

/** Verifies each credential once for a while, however many requests bring it at once; never longer than it is valid. */
export class Memory {
  private readonly verifyAnew: Verify
  private readonly milliseconds: number
  private readonly known = new Map<string, { readonly viewer: Viewer; readonly until: number }>()
  private readonly waiting = new Map<string, Promise<Viewer>>()

  constructor(verify: Verify, milliseconds: number) {
    this.verifyAnew = verify
    this.milliseconds = milliseconds
  }

  /** Who it was, while that is remembered. */
  recall(credential: string): Viewer | undefined {
    const found = this.known.get(credential)
    if (found && found.until > Date.now()) return found.viewer
    this.known.delete(credential)
    return undefined
  }

  verify(credential: string): Promise<Viewer> {
    const waiting = this.waiting.get(credential)
    if (waiting) return waiting
    const answer = this.ask(credential).finally(() => this.waiting.delete(credential))
    this.waiting.set(credential, answer)
    return answer
  }

  private async ask(credential: string): Promise<Viewer> {
    const asked = Date.now()
    const viewer = await this.verifyAnew(credential)
    const [oldest] = this.known.keys()
    if (this.known.size >= most && oldest !== undefined) this.known.delete(oldest)
    this.known.set(credential, { viewer, until: Math.min(asked + this.milliseconds, viewer.expiresAt.getTime()) })
    return viewer
  }
}

// as many people as are signed in to one instance at once
const most = 10_000
