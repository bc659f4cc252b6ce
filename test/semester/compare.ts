import { expect } from 'vitest'
import { type Actor, actors } from './cast.ts'
import { expectedOf, seenBy } from './look.ts'
import type { Model } from './model.ts'
import type { Scene } from './scene.ts'
import { overheard } from './secrets.ts'

/** Whether everybody sees what the model says, and has heard nothing that is not for him. */
export async function compare(model: Model, scene: Scene, viewers: readonly Actor[] = actors): Promise<void> {
  await Promise.all(
    viewers.map(async (actor) => {
      const seen = await seenBy(actor, scene)
      expect(seen, `what ${actor} sees`).toEqual(expectedOf(actor, model, scene))
      // emptied first: what is heard from now on is judged by the state after
      for (const answer of scene.heard[actor].splice(0))
        expect(overheard(actor, model, answer), `what ${actor} has heard`).toEqual([])
    }),
  )
}
