import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Pool } from 'pg'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { Refusal } from '../errors.ts'
import type { Exchange, Reply, Traits } from './exchange.ts'
import { fromThisMachine } from './near.ts'

/** What the metrics look at. */
export interface Measured {
  readonly pool: Pool
  /** How many statements connections have prepared so far. */
  readonly prepared: () => number
  /** How many subscriptions are open. */
  readonly subscriptions: () => number
}

/** Counts what the server does, for Prometheus. No label tells what was asked, or of whom. */
export function createMetrics({ pool, prepared, subscriptions }: Measured, token: string | undefined) {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const labelNames = ['route', 'operation', 'code', 'status'] as const
  const requests = new Counter({ name: 'kinerja_requests_total', help: 'Requests answered.', labelNames, registers })
  const durations = new Histogram({
    name: 'kinerja_request_seconds',
    help: 'From the headers of a request to its answer.',
    labelNames: ['route', 'operation'] as const,
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  })
  new Gauge({
    name: 'kinerja_pool_connections',
    help: 'Connections to the database, and requests that wait for one.',
    labelNames: ['state'] as const,
    registers,
    collect() {
      this.set({ state: 'busy' }, pool.totalCount - pool.idleCount)
      this.set({ state: 'idle' }, pool.idleCount)
      this.set({ state: 'waiting' }, pool.waitingCount)
    },
  })
  new Gauge({
    name: 'kinerja_statements_prepared',
    help: 'Statements that connections have prepared so far.',
    registers,
    collect() {
      this.set(prepared())
    },
  })
  new Gauge({
    name: 'kinerja_subscriptions',
    help: 'Subscriptions that are open.',
    registers,
    collect() {
      this.set(subscriptions())
    },
  })
  return {
    observe(traits: Traits, status: number, seconds: number): void {
      const { route, operation } = { route: 'none', operation: 'none', ...traits }
      requests.inc({ route, operation, code: traits.code ?? 'OK', status })
      durations.observe({ route, operation }, seconds)
    },
    async handle({ request }: Exchange): Promise<Reply> {
      if (!mayRead(request, token))
        throw new Refusal('FORBIDDEN', 'The metrics are for who has METRICS_TOKEN, or asks from this machine.', 403)
      return { status: 200, headers: { 'content-type': registry.contentType }, text: await registry.metrics() }
    },
  }
}

function mayRead(request: IncomingMessage, token: string | undefined): boolean {
  if (token !== undefined) return same(request.headers.authorization ?? '', `Bearer ${token}`)
  return fromThisMachine(request)
}

const digest = (text: string) => createHash('sha256').update(text).digest()
const same = (one: string, other: string) => timingSafeEqual(digest(one), digest(other))
