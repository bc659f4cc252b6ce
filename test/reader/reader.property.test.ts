import fc from 'fast-check'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Server, startServer } from '../support.ts'
import { castOf } from './cast.ts'
import { now } from './day.ts'
import { inquire } from './inquiry.ts'
import { inquiries, write } from './query.ts'
import type { Stage } from './stage.ts'
import { store } from './store.ts'
import { makeWorld } from './world.ts'

const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 1_000_000))
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

test('whatever is asked, by whomever, is answered as plain arrays answer it', async () => {
  process.stdout.write(`SEED=${seed} RUNS=${documents}\n`)
  let written = 0
  let invalid = 0
  const lane = async (stage: Stage, number: number) => {
    const inquiry = inquiries(stage)
    const agree = fc.asyncProperty(inquiry, async (inquiry) => {
      const text = write(inquiry)
      written += 1
      if (!text.isValid) invalid += 1
      fc.pre(text.isValid)
      await inquire(stage, inquiry, text)
    })
    const numRuns = Math.ceil(documents / worlds / lanes)
    const {
      failed,
      numRuns: runs,
      numShrinks,
      errorInstance,
    } = await fc.check(agree, {
      // neighbouring seeds share nothing
      seed: seed * 100 + number,
      numRuns,
    })
    return failed ? [`After ${runs} documents, made smaller ${numShrinks} times:\n${errorInstance}`] : []
  }
  const all = stages.flatMap((stage, index) =>
    Array.from({ length: lanes }, (_, number) => lane(stage, index * lanes + number)),
  )
  expect((await Promise.all(all)).flat().join('\n\n')).toBe('')
  expect(invalid / written).toBeLessThan(0.05)
}, 1_200_000)
