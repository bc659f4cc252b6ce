import type { Client } from '../../sdk/index.ts'
import { server, signInOperator } from '../support.ts'
import { type Actor, type Attempt, type Owner, people } from './model.ts'
import { makeScene } from './scene.ts'
import { steps } from './steps.ts'

/** An agreed plan of 2024-S1 with everybody of the model around it, each with a client of his own. */
export async function setTable(owner: Owner) {
  const { district, plan, words, behaviour } = await makeScene(owner === 'Sari' ? 'APPRAISER' : 'WORK_TEAM', {
    period: '2024-S1',
  })
  const signedIn = await Promise.all(people.map(async (name) => [name, await district.signIn(name)] as const))
  const clients = { ...Object.fromEntries(signedIn), operator: await signInOperator() } as Record<Actor, Client>
  const { pool } = (await server()).database
  const preparations: Readonly<Record<Attempt['preparation'], object>> = {
    whole: words.preparation,
    half: { mode: 'VIDEO', behaviours: [behaviour(1)] },
    'of another behaviour': { ...words.preparation, behaviours: [behaviour(2)] },
  }
  const cycles: string[] = []
  return {
    clients,
    cycles,
    /** Sends an attempt, to a cycle at `version`; or a note to one at that of the note. */
    async send({ action, actor, off, preparation, rated, text }: Attempt, version: number): Promise<void> {
      const client = clients[actor]
      const observation = cycles.at(-1) ?? 'obs_01890000-0000-7000-8000-000000000000'
      const at = { observation, version: version + off }
      const sheet = { ...words.sheet, ratings: words.sheet.ratings?.slice(0, rated ?? 0) ?? [] }
      if (action === 'PREPARE') {
        const begun = await client.prepareObservation({ input: { plan, preparation: preparations[preparation] } })
        if (begun) cycles.push(begun.id)
      } else if (action === 'NOTE') await client.writeObserverNote({ input: { ...at, text } })
      else if (action === 'FINISH')
        await client.finishObservation({ input: { ...at, sheet: rated === null ? null : sheet } })
      else
        await steps[action as Exclude<keyof typeof steps, 'FINISH'>](client, at, {
          ...words,
          preparation: preparations[preparation],
          sheet,
        })
    },
    /** How many events there are of the plan. */
    async events(): Promise<number> {
      const { rows } = await pool.query<{ count: number }>('select count(*)::int from event where subject = $1', [
        plan.slice(4),
      ])
      return rows[0]?.count ?? 0
    },
  }
}

export type Table = Awaited<ReturnType<typeof setTable>>
