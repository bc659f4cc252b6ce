import { areas } from '../../server/organisation/area.ts'
import { drawApiKeys } from './api-keys.ts'
import type { Span } from './day.ts'
import { drawEdges } from './edges.ts'
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
}

/** The world of a seed. */
export function makeWorld(seed: number): World {
  const random = new Random(seed)
  const offices = drawOffices()
  const schools = drawSchools(random)
  const posts = drawPosts(random, offices, schools)
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
  }
}
