import type { Clock } from '../clock.ts'
import { chanceOf } from './chance.ts'

/**
 * A clock that stands still. Who sleeps on it moves it on and wakes at once: a retry takes no time, and `slept` tells how long it would have
 * taken. After `hold()` sleepers wait for `advance()`.
 */
export interface TestClock extends Clock {
  /** How long was slept, in turn. */
  readonly slept: readonly number[]
  /** From now on time passes only by `advance`. */
  hold(): void
  /** Lets so many milliseconds pass, and wakes who slept until then, in turn. */
  advance(milliseconds: number): Promise<void>
}

interface Sleeper {
  readonly until: number
  readonly wake: () => void
}

/** Makes a clock for tests, on 2 March 2026 in the morning unless told otherwise. */
export const testClock = ({ now = new Date('2026-03-02T03:00:00Z'), seed = 1 } = {}): TestClock => {
  let time = now.getTime()
  let held = false
  const slept: number[] = []
  const sleepers = new Set<Sleeper>()
  const { next } = chanceOf(`${seed}/clock`)
  return {
    slept,
    now: () => time,
    random: next,
    hold: () => {
      held = true
    },
    async sleep(milliseconds, signal) {
      slept.push(milliseconds)
      if (signal?.aborted) return
      if (!held) {
        time += milliseconds
        return
      }
      await new Promise<void>((resolve) => {
        const wake = () => {
          sleepers.delete(sleeper)
          signal?.removeEventListener('abort', wake)
          resolve()
        }
        const sleeper = { until: time + milliseconds, wake }
        sleepers.add(sleeper)
        signal?.addEventListener('abort', wake)
      })
    },
    async advance(milliseconds) {
      const end = time + milliseconds
      await turn()
      for (;;) {
        const [first] = [...sleepers].filter(({ until }) => until <= end).sort((a, b) => a.until - b.until)
        if (!first) break
        time = first.until
        first.wake()
        await turn()
      }
      time = end
    },
  }
}

/** Lets everything happen that waits for no time; a test's fake timers do not hold it up. */
const turn = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    // as browsers have it; Node knows it besides its own `on`
    ;(port1 as unknown as { onmessage: () => void }).onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })
