import fc from 'fast-check'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { seed, untilSmall } from '../property.ts'
import { type Server, startServer } from '../support.ts'
import { castOf } from './cast.ts'
import { now } from './day.ts'
import { inquire } from './inquiry.ts'
import { inquiries, write } from './query.ts'
import type { Stage } from './stage.ts'
import { store } from './store.ts'
import { makeWorld } from './world.ts'

vi.mock('../../server/access/authentication.ts', async (original) =>
  (await import('../program.ts')).withPrograms(await original()),
)

const documents = Number(process.env['RUNS'] ?? 1_000)
const worlds = 2
const lanes = 4

const servers: Server[] = []
const stages: Stage[] = []

beforeAll(async () => {
  // Jakarta's day is not the day of UTC then, and the world has turning points around it
  vi.useFakeTimers({ now, toFake: ['Date'] })
  for (let number = 0; number < worlds; number += 1) {
    const world = makeWorld(seed * 100 + number)
    const server = await startServer()
    servers.push(server)
    await store(world, server.database)
    stages.push({ world, url: server.url, cast: await castOf(world) })
  }
})

afterAll(async () => {
  vi.useRealTimers()
  for (const server of servers) await server.stop()
})

test('those who ask are all that a viewer can be', () => {
  const kinds = new Set(stages.flatMap(({ cast }) => Object.keys(cast)))
  for (const kind of [
    ...['teacher', 'principal', 'acting principal', 'former principal', 'office head', 'inspector'],
    ...['province admin', 'office admin', 'admin who rates', 'program of the province', 'program of a district'],
    ...['program for plans', 'program for plans and people', 'program for imports'],
    ...['analyst', 'operator', 'stranger'],
  ]) {
    expect(kinds).toContain(kind)
  }
})

test('whatever is asked, by whomever, is answered as plain arrays answer it', async () => {
  let written = 0
  let invalid = 0
  const inquireUntilSmall = untilSmall(inquire)

  const disagreement = async (stage: Stage, lane: number) => {
    const agree = fc.asyncProperty(inquiries(stage), async (inquiry) => {
      const text = write(inquiry)
      written += 1
      if (!text.isValid) invalid += 1
      fc.pre(text.isValid)
      await inquireUntilSmall(stage, inquiry, text)
    })
    // neighbouring seeds share nothing
    const parameters = { seed: seed * 100 + lane, numRuns: Math.ceil(documents / worlds / lanes) }
    const { failed, numRuns, numShrinks, errorInstance } = await fc.check(agree, parameters)
    return failed ? `After ${numRuns} documents, made smaller ${numShrinks} times:\n${errorInstance}\n\n` : ''
  }

  const found = stages.flatMap((stage, world) =>
    Array.from({ length: lanes }, (_, lane) => disagreement(stage, world * lanes + lane)),
  )
  expect((await Promise.all(found)).join('')).toBe('')
  expect(invalid / written).toBeLessThan(0.08)
}, 1_200_000)
