import type { History } from '../../playground/explore/changes.ts'
import type { Card, Page, Rows, Superior } from '../../playground/explore/graph.ts'
import type { PlanRecord } from '../../playground/explore/record.ts'
import { Capacity, Employment, SchoolLevel } from '../../sdk/entry/labels.ts'

const school = { id: 'sch_1', npsn: '90000001', name: 'SD Negeri 1', level: SchoolLevel.SD }

/** A post of somebody with that name. */
export const card = (name: string, rest: Partial<Card> = {}): Card => ({
  id: `asg_${name}`,
  position: 'TEACHER',
  basis: 'DEFINITIVE',
  from: '2023-07-01',
  until: null,
  school,
  office: null,
  person: { id: `per_${name}`, name, employment: Employment.PNS },
  ...rest,
})

/** Somebody above. */
export const superior = (name: string, rest: Partial<Superior> = {}): Superior => ({
  depth: 1,
  capacity: 'APPRAISER',
  name,
  position: 'PRINCIPAL',
  basis: 'DEFINITIVE',
  place: school.name,
  from: '2023-07-01',
  until: null,
  assignment: { id: `asg_${name}` },
  ...rest,
})

/** An assignment and who supervises it. */
export const history = (name: string, supervisors: readonly Superior[], rest: Partial<Card> = {}): History => ({
  ...card(name, rest),
  supervisors,
})

/** Those directly below. */
export const page = (cards: readonly Card[], rest: Partial<Page> = {}): Page => ({
  capacity: Capacity.APPRAISER,
  cards,
  total: cards.length,
  ...rest,
})

/** An agreed plan of 2024-S1 that nothing belongs to. */
export const plan = (id: string, rest: Partial<PlanRecord> = {}): PlanRecord => ({
  id,
  status: 'AGREED',
  late: false,
  changedAt: new Date('2024-01-20T00:00:00Z'),
  period: { id: 'prd_2024-S1', code: '2024-S1', name: '2024, semester 1', from: '2024-01-01', until: '2024-07-01' },
  content: null,
  history: [
    { to: 'DRAFT', at: new Date('2024-01-05T00:00:00Z') },
    { to: 'AGREED', at: new Date('2024-01-20T00:00:00Z') },
  ],
  observations: [],
  evidence: [],
  appraisal: null,
  ...rest,
})

/** An observation that was over by April. */
export const observation = (id: string): PlanRecord['observations'][number] => ({
  id,
  number: 1,
  status: 'COMPLETED',
  changedAt: new Date('2024-04-01T00:00:00Z'),
  content: null,
  history: [
    { to: 'PREPARING', at: new Date('2024-02-01T00:00:00Z') },
    { to: 'COMPLETED', at: new Date('2024-04-01T00:00:00Z') },
  ],
})

/** A certificate, of an observation or of the plan itself. */
export const evidence = (id: string, of: string | null = null): PlanRecord['evidence'][number] => ({
  id,
  status: 'VERIFIED',
  subject: 'ACTIVITY',
  kind: 'CERTIFICATE',
  title: `Certificate ${id}`,
  date: '2024-03-01',
  changedAt: new Date('2024-03-02T00:00:00Z'),
  observation: of === null ? null : { id: of },
  history: [{ to: 'VERIFIED', at: new Date('2024-03-02T00:00:00Z') }],
})

/** What was read of 1 May 2024. */
export const rows = (focus: Card, rest: Partial<Rows> = {}): Rows => ({
  day: '2024-05-01',
  focus,
  above: [],
  below: new Map(),
  plans: new Map(),
  ...rest,
})
