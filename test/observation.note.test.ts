import { beforeAll, expect, test } from 'vitest'
import { signToken } from '../server/access/token.ts'
import { endSupervision } from './appoint.ts'
import { makeScene, type Scene } from './observation/scene.ts'
import { codeOf } from './observation/steps.ts'
import { post, secret, server, signInOperator } from './support.ts'

beforeAll(() => server({ clock: () => new Date('2026-03-02T03:00:00Z') }))

const text = 'Perlu didampingi: zebra'

const everything = `{ viewer { unreadCount } notifications { totalCount nodes { id kind at } }
  observations { totalCount nodes { id number status version changedAt myNote { text version changedAt } plan { id version changedAt observations { id myNote { text } } }
    content { preparation { mode place startsAt } sheet { note recommendation ratings { note } } discussion { note } followUps { effort } reflection { next } conclusion { note } }
    history { version action from to at name note changes { item before after } } } } }`

/** All that somebody can read of it, with what is on record about her; as it came over the line. */
async function allThatSees({ district }: Scene, name: 'Sari' | 'Ratna') {
  const person = district.person(name).slice(4)
  const headers = { authorization: `Bearer ${await signToken(secret, { role: 'PERSON', person }, 1)}` }
  const read = (query: string) => post(JSON.stringify({ query }), headers).then(({ text }) => JSON.parse(text).data)
  const answer = await read(everything)
  const onRecord = await read(
    `{ dataExport { person { name } accesses(first: 100) { totalCount nodes { action type at name } } } }`,
  )
  return { answer, accesses: onRecord?.dataExport?.accesses }
}

const statuses = ['SCHEDULED', 'OBSERVED', 'SHARED', 'COMPLETED'] as const

test.each(statuses)(
  'what an observer notes for himself changes nothing that the observed can read, at %s',
  async (status) => {
    const scene = await makeScene()
    await scene.put(status)
    const { observation } = scene
    const before = await allThatSees(scene, 'Sari')
    expect(before.answer.observations.totalCount).toBe(1)
    expect(before.accesses.totalCount).toBe(0)
    const kept = await scene.everything()
    await scene.observing.writeObserverNote({ input: { observation, version: 0, text } })
    expect(await allThatSees(scene, 'Sari')).toEqual(before)
    expect(await allThatSees(scene, 'Ratna').then(({ answer }) => JSON.stringify(answer))).not.toContain('zebra')
    // of all that is kept of the observation and its two sides nothing is new but the author's own entry
    expect(differing(kept, await scene.everything())).toEqual(['audit'])
    expect((await scene.observing.observation({ id: observation }))?.myNote).toMatchObject({ text, version: 1 })
  },
)

/** The parts of `everything` that differ. */
function differing(before: string | undefined, after: string | undefined) {
  const [old, now] = [JSON.parse(before ?? ''), JSON.parse(after ?? '')]
  return ['cycles', 'steps', 'notifications', 'events', 'audit'].filter(
    (_, index) => JSON.stringify(old[index]) !== JSON.stringify(now[index]),
  )
}

test('a note goes on record as about who wrote it', async () => {
  const scene = await makeScene()
  await scene.put('SCHEDULED')
  await scene.observing.writeObserverNote({ input: { observation: scene.observation, version: 0, text } })
  const { pool } = (await server()).database
  const { rows } = await pool.query(
    `select person_id as by, subjects from audit_entry where action = 'writeObserverNote' and subjects && $1`,
    [[scene.district.person('Budi').slice(4), scene.district.person('Sari').slice(4)]],
  )
  const budi = scene.district.person('Budi').slice(4)
  expect(rows).toEqual([{ by: budi, subjects: [budi] }])
  // what is read goes on record within a second
  await new Promise((resolve) => setTimeout(resolve, 1_500))
  expect((await allThatSees(scene, 'Sari')).accesses.totalCount).toBe(0)
})

test('nobody but its author reads a note: not those above, not an operator, not who observes after him', async () => {
  const { district, observing, observation, put } = await makeScene('WORK_TEAM')
  await put('SCHEDULED')
  await observing.writeObserverNote({ input: { observation, version: 0, text } })
  const [operator, ratna, budi] = [
    await signInOperator(),
    await district.signIn('Ratna'),
    await district.signIn('Budi'),
  ]
  for (const client of [operator, ratna, budi])
    expect((await client.observation({ id: observation }))?.myNote).toBeNull()
  await endSupervision(district.assignment('Budi'), district.assignment('Dewi'), '2026-03-01')
  expect((await ratna.observation({ id: observation }))?.myNote).toBeNull()
})

test('the observed is refused alike whether there is a note or none, and so is whoever does not observe', async () => {
  const scene = await makeScene()
  await scene.put('SCHEDULED')
  const { observation, observed, observing } = scene
  const ratna = await scene.district.signIn('Ratna')
  const tries = () =>
    Promise.all(
      [observed, ratna].flatMap((client) =>
        [0, 1].map((version) =>
          client.writeObserverNote({ input: { observation, version, text: null } }).catch(({ code, message }) => ({
            code,
            message,
          })),
        ),
      ),
    )
  const before = await tries()
  expect(before).toEqual(Array(4).fill(expect.objectContaining({ code: 'FORBIDDEN' })))
  await observing.writeObserverNote({ input: { observation, version: 0, text } })
  expect(await tries()).toEqual(before)
  const agus = await scene.district.signIn('Agus')
  expect(await codeOf(agus.writeObserverNote({ input: { observation, version: 0, text } }))).toBe('NOT_FOUND')
})

test('a note is written anew at its version, and taken away', async () => {
  const { observing, observation, put } = await makeScene()
  await put('SCHEDULED')
  const write = (version: number, text: string | null) =>
    observing.writeObserverNote({ input: { observation, version, text } })
  const seen = async () => {
    const { version, myNote } = (await observing.observation({ id: observation })) ?? {}
    return { version, note: myNote && `${myNote.text} ${myNote.version}` }
  }
  expect(await write(0, null)).toEqual({ version: 0 })
  const twins = await Promise.allSettled([write(0, 'satu'), write(0, 'dua')])
  expect(twins.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  await expect(write(0, 'tiga')).rejects.toMatchObject({ code: 'CONFLICT', errors: [{ currentVersion: 1 }] })
  expect(await write(1, 'tiga')).toEqual({ version: 2 })
  expect(await seen()).toEqual({ version: 5, note: 'tiga 2' })
  expect(await write(2, null)).toEqual({ version: 0 })
  expect(await seen()).toEqual({ version: 5, note: null })
})
