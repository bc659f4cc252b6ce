import 'reflect-metadata'
import { Migrator } from '@mikro-orm/migrations'
import { defineConfig, MikroORM, type PostgreSqlConnection } from '@mikro-orm/postgresql'
import type { Pool } from 'pg'
import { ApiKey } from '../api-key/api-key.ts'
import { Appraisal, AppraisalStep, OrganisationPredicate } from '../appraisal/appraisal.ts'
import { AuditEntry } from '../audit/audit.ts'
import { ActivityCatalogue, AdditionalDuty, DevelopmentActivity } from '../development/development.ts'
import { Event } from '../event/event.ts'
import { Evidence, EvidenceStep } from '../evidence/evidence.ts'
import { EvidenceFile } from '../evidence/file/evidence-file.ts'
import { ImportFile, ImportRefusal, ImportReport } from '../import/import-report.ts'
import { Indicator, ReportCardScore, TargetBehaviour } from '../indicator/indicator.ts'
import { Notification } from '../notification/notification.ts'
import { Observation, ObservationStep, ObserverNote } from '../observation/observation.ts'
import { Area, Office, School } from '../organisation/organisation.ts'
import { WindowExtension } from '../period/extension.ts'
import { Period, Window } from '../period/period.ts'
import { Assignment, Person } from '../person/person.ts'
import { Plan, PlanStep } from '../plan/plan.ts'
import { Supervision } from '../supervision/supervision.ts'
import { Budget20261121 } from './migrations/20261121_budget.ts'
import { Graph20261121 } from './migrations/20261121_graph.ts'
import { Account20261122 } from './migrations/20261122_account.ts'
import { ApiKey20261122 } from './migrations/20261122_api_key.ts'
import { Audit20261122 } from './migrations/20261122_audit.ts'
import { Plan20261122 } from './migrations/20261122_plan.ts'
import { Appraisal20261123 } from './migrations/20261123_appraisal.ts'
import { Idempotency20261123 } from './migrations/20261123_idempotency.ts'
import { Observation20261123 } from './migrations/20261123_observation.ts'
import { Evidence20261124 } from './migrations/20261124_evidence.ts'
import { Analytics20261125 } from './migrations/20261125_analytics.ts'
import { Kind20261126 } from './migrations/20261126_kind.ts'
import { loadReference } from './reference.ts'

/** The tables of the graph. */
const entities = [
  Area,
  Office,
  School,
  Person,
  Assignment,
  Supervision,
  Period,
  Window,
  WindowExtension,
  Indicator,
  TargetBehaviour,
  ReportCardScore,
  ImportReport,
  ImportFile,
  ImportRefusal,
  ApiKey,
  AuditEntry,
  Event,
  Notification,
  ActivityCatalogue,
  AdditionalDuty,
  DevelopmentActivity,
  Plan,
  PlanStep,
  EvidenceFile,
  Evidence,
  EvidenceStep,
  Observation,
  ObservationStep,
  ObserverNote,
  Appraisal,
  AppraisalStep,
  OrganisationPredicate,
]

const migrationsList = [
  { name: '20261121_graph', class: Graph20261121 },
  { name: '20261121_budget', class: Budget20261121 },
  { name: '20261122_api_key', class: ApiKey20261122 },
  { name: '20261122_account', class: Account20261122 },
  { name: '20261122_audit', class: Audit20261122 },
  { name: '20261122_plan', class: Plan20261122 },
  { name: '20261123_idempotency', class: Idempotency20261123 },
  { name: '20261123_observation', class: Observation20261123 },
  { name: '20261123_appraisal', class: Appraisal20261123 },
  { name: '20261124_evidence', class: Evidence20261124 },
  { name: '20261125_analytics', class: Analytics20261125 },
  { name: '20261126_kind', class: Kind20261126 },
]

/** A database that is up to date: migrated, its areas, periods and indicators loaded. */
export interface Database {
  readonly orm: MikroORM
  /** The connections of `orm`, for the reader and the import. */
  readonly pool: Pool
  close(): Promise<void>
}

/** Settings of each connection; null where a pooler would not let them through. */
export type Settings = Readonly<Record<string, string | number>> | null

// short statements: to compile them, to share them out among processes or to plan them anew costs more than it saves;
// and what they read is in memory, as is what they sort and join
export const forRequests: Settings = {
  statement_timeout: 5_000,
  lock_timeout: 3_000,
  jit: 'off',
  max_parallel_workers_per_gather: 0,
  plan_cache_mode: 'force_generic_plan',
  random_page_cost: 1.1,
  work_mem: '32MB',
}
export const forCommands: Settings = {}

/** How long the pool waits; a command waits as long as it takes. In milliseconds. */
export interface Patience {
  /** For a connection: a free one, or a new one to be there. */
  readonly connectionTimeoutMillis?: number
  /** For the answer to a statement. */
  readonly query_timeout?: number
}

// together less than a request may take; and longer than PostgreSQL's own limits, which tell the better reason
export const patienceOfRequests: Patience = { connectionTimeoutMillis: 2_000, query_timeout: 6_000 }

/** Connects to a PostgreSQL as its owner and brings it up to date. */
export async function openDatabase(url: string, settings: Settings = forRequests): Promise<Database> {
  const database = await connectDatabase(url, settings)
  try {
    await migrate(database)
    return database
  } catch (error) {
    await database.close()
    throw error
  }
}

/** Connects to a PostgreSQL that is up to date. */
export async function connectDatabase(
  url: string,
  settings: Settings = forRequests,
  patience: Patience = {},
  connections = 6,
): Promise<Database> {
  const orm = await MikroORM.init(
    defineConfig({
      clientUrl: url,
      entities,
      extensions: [Migrator],
      migrations: { migrationsList, snapshot: false, silent: true },
      pool: { min: 0, max: connections },
      driverOptions: { keepAlive: true, ...patience, ...(settings && { options: asOptions(settings) }) },
    }),
  )
  const connection = orm.em.getConnection() as PostgreSqlConnection
  return { orm, pool: await connection.getNativeClient(), close: () => orm.close(true) }
}

const asOptions = (settings: NonNullable<Settings>): string =>
  Object.entries(settings)
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(' ')

// instances that start together take turns; the lock is the transaction's, so that a pooler does not keep it
async function migrate({ orm, pool }: Database): Promise<void> {
  const turn = await pool.connect()
  try {
    await turn.query('begin')
    await turn.query(
      `set local statement_timeout = 0; set local lock_timeout = 0; select pg_advisory_xact_lock(hashtext('kinerja migrations'))`,
    )
    await orm.migrator.up()
    await loadReference(pool)
    await turn.query('commit')
    turn.release()
  } catch (error) {
    turn.release(true)
    throw error
  }
}
