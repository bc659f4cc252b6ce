import type { Actor } from './cast.ts'
import type { World } from './world.ts'

/** A world on a server, and those who ask. */
export interface Stage {
  readonly world: World
  readonly url: string
  readonly cast: Readonly<Record<string, Actor>>
}
