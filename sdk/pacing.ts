import type { Cost } from './response.ts'
import type { Layer } from './send.ts'

// Longer than that nobody waits for what may be refused: the server says how long.
const longestWait = 60_000

/**
 * Waits before a call that the budget cannot pay, as far as the last answer tells: a program that reads much is slowed down instead of
 * refused. A call costs what it cost the last time.
 *
 * @example
 * const client = createClient({ url, token, use: [pacing()] })
 */
export const pacing =
  (): Layer =>
  (send, { now, sleep }) => {
    const prices = new Map<string, number>()
    let known: (Cost['budget'] & { readonly at: number }) | undefined
    // What is under way, and not yet in the balance that the server tells.
    let pending = 0

    const wait = (): number => {
      if (!known) return 0
      const { limit, remaining, restorePerSecond, at } = known
      const left = Math.min(limit, remaining + ((now() - at) / 1_000) * restorePerSecond)
      const milliseconds = ((pending - left) / restorePerSecond) * 1_000
      return pending <= limit && milliseconds <= longestWait ? Math.max(0, Math.ceil(milliseconds)) : 0
    }

    return async (operation, variables, options) => {
      const price = prices.get(operation.name) ?? 1
      pending += price
      try {
        const milliseconds = wait()
        if (milliseconds > 0) await sleep(milliseconds, options.signal)
        const told = await send(operation, variables, options)
        const { cost } = told.meta
        if (cost) {
          prices.set(operation.name, cost.requested)
          known = { ...cost.budget, at: now() }
        }
        return told
      } finally {
        pending -= price
      }
    }
  }
