import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { ApiError, NetworkError } from '../../../sdk/index.ts'
import type { Pair } from './cast.ts'
import { steps } from './steps.ts'

/** What a rush took. */
export interface Rush {
  readonly mutations: number
  readonly seconds: number
  /** Milliseconds of each mutation, ascending; with what it was asked again for. */
  readonly times: Float64Array
  /** How often something was asked again, after a broken connection. */
  readonly again: number
}

/** How a rush goes. */
export interface Terms {
  readonly clients: number
  readonly period: string
  /** Hears how many are acknowledged. */
  readonly acknowledged?: (count: number) => void
}

/** So many clients take every plan through all its steps, each step as soon as somebody is free for it. */
export async function rush(pairs: readonly Pair[], { clients, period, acknowledged }: Terms): Promise<Rush> {
  const waiting = [...pairs]
  const times: number[] = []
  let again = 0
  const start = performance.now()
  const client = async () => {
    for (let pair = waiting.shift(); pair; pair = waiting.shift()) {
      const step = steps[pair.done]?.[1]
      if (!step) continue
      const began = performance.now()
      const headers = { 'idempotency-key': randomUUID() }
      for (;;) {
        try {
          await step(pair, period, { headers })
          break
        } catch (error) {
          if (!isWorthAsking(error)) throw error
          again += 1
          await setTimeout(100)
        }
      }
      times.push(performance.now() - began)
      acknowledged?.(times.length)
      pair.done += 1
      if (pair.done < steps.length) waiting.push(pair)
    }
  }
  await Promise.all(Array.from({ length: clients }, client))
  return {
    mutations: times.length,
    seconds: (performance.now() - start) / 1_000,
    times: Float64Array.from(times).sort(),
    again,
  }
}

// the same key goes with it: what was done is not done again
const isWorthAsking = (error: unknown): boolean =>
  error instanceof NetworkError || ApiError.is(error, 'SERVICE_UNAVAILABLE') || ApiError.is(error, 'BAD_RESPONSE')
