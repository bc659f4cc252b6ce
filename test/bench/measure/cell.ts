import type { Child } from '../servers/child.ts'
import { applyLoad, quantile, type Shot } from './load.ts'
import { databaseTime, peakMemory, processTime } from './usage.ts'

/** What one server did under one workload. Times in milliseconds, memory in megabytes; undefined where the system does not tell. */
export interface Cell {
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
  /** The median with one connection. */
  readonly alone: number
  /** CPU of the server for one request. */
  readonly server: number | undefined
  /** CPU of PostgreSQL for one request. */
  readonly database: number | undefined
  readonly memory: number | undefined
  /** Which part of the time the load generator was busy. */
  readonly client: number
}

/** How many requests are under way at once. */
export const connections = 16

/** Measures a server that is alone: first warm, then with one connection, then with many. */
export async function measure(
  { url, pid }: Child,
  postmaster: number,
  shots: readonly Shot[],
  seconds: number,
): Promise<Cell> {
  await applyLoad(url, shots, connections, seconds / 2)
  const single = await applyLoad(url, shots, 1, seconds / 2)
  const before = [processTime(pid), databaseTime(postmaster)]
  const load = await applyLoad(url, shots, connections, seconds)
  const after = [processTime(pid), databaseTime(postmaster)]
  const [server, database] = after.map((time, index) => each(before[index], time, load.requests))
  return {
    perSecond: load.requests / load.seconds,
    p50: quantile(load.times, 0.5),
    p99: quantile(load.times, 0.99),
    alone: quantile(single.times, 0.5),
    server,
    database,
    memory: peakMemory(pid),
    client: load.busy,
  }
}

const each = (before: number | undefined, after: number | undefined, requests: number): number | undefined =>
  before === undefined || after === undefined ? undefined : (after - before) / requests
