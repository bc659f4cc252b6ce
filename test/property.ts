/** Where the draws of property tests begin. It is printed with every run, and `SEED` brings a run back. */
export const seed = Number(process.env['SEED'])

/** How long, in milliseconds, what failed is made smaller. */
const patience = 30_000

/** What a property asks, until half a minute after it first failed: what has been found by then is small enough. */
export function untilSmall<Drawn extends unknown[]>(
  ask: (...drawn: Drawn) => Promise<void>,
): (...drawn: Drawn) => Promise<void> {
  let end = Number.POSITIVE_INFINITY
  return async (...drawn) => {
    if (performance.now() > end) return
    try {
      await ask(...drawn)
    } catch (error) {
      end = Math.min(end, performance.now() + patience)
      throw error
    }
  }
}
