import { areas } from '../../server/organisation/area.ts'
import { drawApiKeys } from './api-keys.ts'
import type { Span } from './day.ts'
import { drawCatalogues } from './development.ts'
import { drawObservations } from './drawn-observations.ts'
import { drawPlans } from './drawn-plans.ts'
import { drawEdges } from './edges.ts'
import { drawNotifications } from './notifications.ts'
import { drawOffices, drawSchools } from './places.ts'
import { drawPosts } from './posts.ts'
import { Random } from './random.ts'
import { drawReports, drawScores } from './records.ts'

export interface Area {
  readonly type: 'Area'
  readonly id: string
  readonly code: string
  readonly name: string
  readonly level: string
  readonly parentCode: string | null
}

export interface Office extends Omit<Area, 'type'> {
  readonly type: 'Office'
}

export interface School {
  readonly type: 'School'
  readonly id: string
  readonly npsn: string
  readonly name: string
  readonly level: string
  readonly ownership: string
  readonly districtCode: string
  readonly officeCode: string
}

export interface Person {
  readonly type: 'Person'
  readonly id: string
  readonly key: string
  readonly name: string
  readonly nip: string | null
  readonly nuptk: string | null
  readonly employment: string
  readonly rank: string | null
  readonly sex: string
  readonly birthDate: string
  readonly email: string | null
}

export interface Assignment extends Span {
  readonly type: 'Assignment'
  readonly id: string
  readonly key: string
  readonly personId: string
  readonly position: string
  readonly basis: string
  readonly npsn: string | null
  readonly officeCode: string | null
  readonly decree: string | null
}

/** Who supervises whom: ids of assignments. */
export interface Edge extends Span {
  readonly subordinate: string
  readonly supervisor: string
  readonly capacity: string
}

export interface Score {
  readonly npsn: string
  readonly year: number
  readonly indicatorCode: string
  readonly score: number
  readonly label: string
}

export interface ImportFile {
  readonly file: string
  readonly rows: number
  readonly inserted: number
  readonly updated: number
  readonly unchanged: number
  readonly refused: number
  readonly missing: number
}

export interface ImportRefusal {
  readonly file: string
  readonly line: number
  readonly column: string | null
  readonly code: string
  readonly value: string | null
  readonly advice: string
}

export interface ImportReport {
  readonly type: 'ImportReport'
  readonly id: string
  readonly startedAt: string
  readonly finishedAt: string | null
  readonly files: readonly ImportFile[]
  readonly refusals: readonly ImportRefusal[]
}

export interface ApiKey {
  readonly type: 'ApiKey'
  readonly id: string
  readonly name: string
  readonly hint: string
  readonly scopes: readonly string[]
  readonly officeCode: string
  readonly documentsOnly: boolean
  readonly createdAt: string
  readonly createdById: string | null
  readonly expiresAt: string
  readonly lastUsedAt: string | null
  readonly revokedAt: string | null
}

export interface Activity {
  readonly type: 'DevelopmentActivity'
  readonly id: string
  readonly period: string
  readonly catalogue: string
  readonly place: number
  readonly number: number | null
  readonly name: string
  readonly unit: string | null
  readonly evidence: string | null
  readonly points: number | null
  readonly positions: readonly string[]
  readonly sources: readonly string[]
  readonly certainty: string
  readonly note: string | null
}

export interface Catalogue {
  readonly id: string
  readonly period: string
  readonly name: string
  /** Whether it is the world's own, or on every server. */
  readonly isDrawn: boolean
  readonly activities: readonly Activity[]
}

/** An activity of the catalogue, by its id. */
export interface PlanActivity {
  readonly activity: string
  readonly times: number
}

export interface PlanStep {
  readonly version: number
  readonly action: string
  readonly from: string | null
  readonly to: string
  readonly at: string
  readonly personId: string | null
  readonly note: string | null
  readonly changes: readonly {
    readonly item: string
    readonly before: string | null
    readonly after: string | null
    readonly note: string | null
  }[]
}

export interface Plan {
  readonly type: 'Plan'
  readonly id: string
  readonly assignmentId: string
  readonly periodCode: string
  readonly status: string
  readonly version: number
  readonly route: 'DIRECT' | 'CLARIFIED'
  readonly scope: string
  readonly late: boolean
  readonly wasReset: boolean
  readonly changedAt: string
  readonly submittedAt: string | null
  readonly agreedAt: string | null
  readonly catalogueId: string | null
  readonly indicatorCode: string | null
  /** Ids. */
  readonly behaviours: readonly string[]
  readonly activities: readonly PlanActivity[]
  readonly duties: readonly { readonly name: string; readonly decree: string }[]
  readonly expectations: readonly { readonly value: string; readonly text: string }[]
  readonly points: number | null
  readonly warnings: readonly string[]
  readonly history: readonly PlanStep[]
}

export interface Notification {
  readonly type: 'Notification'
  readonly id: string
  readonly personId: string
  readonly planId: string
  readonly kind: string
  readonly at: string
  readonly readAt: string | null
}

export interface ObservationStep {
  readonly version: number
  readonly action: string
  readonly from: string | null
  readonly to: string
  readonly at: string
  readonly personId: string | null
  readonly note: string | null
  readonly changes: readonly object[]
}

/** One cycle of a plan. */
export interface Observation {
  readonly type: 'Observation'
  readonly id: string
  readonly planId: string
  readonly assignmentId: string
  /** The id of who is observed. */
  readonly ownerId: string
  readonly number: number
  readonly status: string
  readonly version: number
  readonly changedAt: string
  readonly sharedAt: string | null
  readonly preparation: Readonly<Record<string, unknown>> & { readonly behaviours: readonly string[] }
  readonly sheet: { readonly ratings: readonly { readonly behaviour: string }[] } | null
  readonly discussion: object | null
  readonly followUps: readonly object[]
  readonly reflection: object | null
  readonly conclusion: object | null
  readonly history: readonly ObservationStep[]
  readonly notes: readonly {
    readonly personId: string
    readonly text: string
    readonly version: number
    readonly changedAt: string
  }[]
}

/** Everything there is, as plain arrays. */
export interface World {
  readonly areas: readonly Area[]
  readonly offices: readonly Office[]
  readonly schools: readonly School[]
  readonly people: readonly Person[]
  readonly assignments: readonly Assignment[]
  readonly edges: readonly Edge[]
  readonly scores: readonly Score[]
  readonly reports: readonly ImportReport[]
  readonly apiKeys: readonly ApiKey[]
  /** Oldest first. */
  readonly catalogues: readonly Catalogue[]
  readonly plans: readonly Plan[]
  readonly notifications: readonly Notification[]
  readonly observations: readonly Observation[]
}

/** The world of a seed. */
export function makeWorld(seed: number): World {
  const random = new Random(seed)
  const offices = drawOffices()
  const schools = drawSchools(random)
  const posts = drawPosts(random, offices, schools)
  const catalogues = drawCatalogues(random)
  const plans = drawPlans(random, posts.assignments, posts.people, catalogues)
  return {
    areas: areas().map(({ code, name, level, parent }) => ({
      type: 'Area',
      id: `are_${code}`,
      code,
      name,
      level,
      parentCode: parent,
    })),
    offices,
    schools,
    ...posts,
    edges: drawEdges(random, posts.assignments, schools),
    scores: drawScores(random, schools),
    reports: drawReports(random),
    apiKeys: drawApiKeys(random, offices, posts.people),
    catalogues,
    plans,
    notifications: drawNotifications(random, posts.people, plans),
    observations: drawObservations(random, posts.people, plans),
  }
}
