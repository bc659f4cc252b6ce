import { Connection } from './connection.ts'

/** A request, and how long its answer must be. */
export interface Shot {
  readonly bytes: Buffer
  readonly length: number
}

/** What a load took. */
export interface Load {
  readonly requests: number
  readonly seconds: number
  /** Milliseconds of each request, ascending. */
  readonly times: Float64Array
  /** Which part of the time the load generator itself was busy, 0 to 1. */
  readonly busy: number
}

/** Sends requests in turn for some seconds, on so many connections, each as soon as its last is answered. */
export async function applyLoad(url: URL, shots: readonly Shot[], connections: number, seconds: number): Promise<Load> {
  const times: number[] = []
  const open = Array.from({ length: connections }, () => new Connection(url))
  let next = 0
  const utilisation = performance.eventLoopUtilization()
  const start = performance.now()
  const end = start + seconds * 1_000
  try {
    await Promise.all(
      open.map(async (connection) => {
        for (let now = performance.now(); now < end; ) {
          const shot = shots[next++ % shots.length]
          if (!shot) throw new Error('there is nothing to ask')
          const length = await connection.ask(shot.bytes)
          if (length !== shot.length) throw new Error(`an answer of ${length} bytes, compared were ${shot.length}`)
          const then = now
          now = performance.now()
          times.push(now - then)
        }
      }),
    )
  } finally {
    for (const connection of open) connection.close()
  }
  return {
    requests: times.length,
    seconds: (performance.now() - start) / 1_000,
    times: Float64Array.from(times).sort(),
    busy: performance.eventLoopUtilization(utilisation).utilization,
  }
}

/** The time that this share of the requests did not exceed. */
export const quantile = (times: Float64Array, share: number): number =>
  times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN
