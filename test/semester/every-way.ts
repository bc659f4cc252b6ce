import { expect } from 'vitest'
import type { Client } from '../../sdk/index.ts'
import { calendars } from './calendar.ts'
import { type Actor, actors, isInsider, knowsOf } from './cast.ts'
import { compare } from './compare.ts'
import type { Model } from './model.ts'
import type { Scene } from './scene.ts'

/** Asks for everything by every operation there is: nobody finds what is not for him, and no document is lost. */
export async function askEveryWay(model: Model, scene: Scene): Promise<void> {
  await Promise.all(actors.map((actor) => askAll(actor, model, scene)))
  await Promise.all(actors.map((actor) => downloadAll(actor, model, scene)))
  // what all of them have heard
  await compare(model, scene)
}

const isFound = (asked: Promise<unknown>): Promise<boolean> =>
  asked.then(
    (answer) => answer !== null,
    (error: { code?: string }) => {
      if (error.code === 'NOT_FOUND') return false
      throw error
    },
  )

async function askAll(actor: Actor, { owner, plan, cycles, pieces, appraisal }: Model, scene: Scene): Promise<void> {
  const { clients, ground, person, school } = scene
  const { ids, period, office } = ground
  const client = clients[actor]
  const [knows, reads] = [knowsOf(owner, actor), isInsider(owner, actor)]
  const isProgram = actor === 'program'
  const isGiven = appraisal?.givenOn != null
  const isShown = appraisal !== null && (isProgram || actor === owner ? isGiven : knows)
  const find = async (id: string, one: (id: string) => Promise<unknown>, expected: boolean) => {
    expect(await isFound(one(id)), `${actor} finds ${id}`).toBe(expected)
    expect(await isFound(client.node({ id })), `${actor} finds ${id} as a node`).toBe(expected)
  }
  await find(ids.plan, (id) => client.plan({ id }), plan !== null && knows)
  await find(ids.appraisal, (id) => client.appraisal({ id }), isShown)
  for (const index of cycles.keys())
    await find(ids.cycles[index] ?? '', (id) => client.observation({ id }), knows || isProgram)
  for (const index of pieces.keys())
    await find(ids.pieces[index] ?? '', (id) => client.evidence({ id }), reads || isProgram)
  for (const waitingForMe of [true, false]) await listAll(client, { waitingForMe, school })
  await isFound(client.earnedPoints({ plan: ids.plan }))
  const mayExport = actor === owner || actor === 'operator'
  expect(await isFound(client.dataExport({ person })), `${actor} gets the export`).toBe(mayExport)
  expect(await isFound(client.dataAccesses({ person })), `${actor} gets who was given it`).toBe(mayExport)
  if (actor === 'operator') await client.auditEntries({ first: 50 })
  const { total } = await client.previewDistribution({ office, period, grade: 'GOOD', school })
  const isRated = appraisal !== null && appraisal.status !== 'DRAFT'
  expect(total, `how many ${actor} counts`).toBe(isRated && isShown && actor !== 'Wati' ? 1 : 0)
}

const listAll = (client: Client, { waitingForMe, school }: { waitingForMe: boolean; school: string }) =>
  Promise.all([
    client.plans({ filter: { waitingForMe, school } }),
    client.observations({ filter: { waitingForMe, school } }),
    client.evidenceList({ filter: { waitingForMe } }),
    client.appraisals({ filter: { waitingForMe, school } }),
    client.notifications({ unreadOnly: true }),
  ])

/** Every file that was ever attached is there still, the same to the last byte, and there for nobody else. */
async function downloadAll(actor: Actor, { owner, period, pieces }: Model, { ground, download }: Scene): Promise<void> {
  if (!calendars[period].uploads) return
  for (const [index, { file }] of pieces.entries()) {
    const { status, digest } = await download(actor, ground.ids.pieces[index] ?? '')
    const isHis = actor === 'program' || isInsider(owner, actor)
    expect([status, isHis && digest], `what ${actor} downloads`).toEqual([
      isHis ? 200 : 404,
      isHis && ground.digests[file],
    ])
  }
}
