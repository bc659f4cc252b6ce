import { apiKeyOrder } from './api-keys.ts'
import type { ListArguments, Viewer } from './asked.ts'
import { periods } from './catalogue.ts'
import { checkId, expectId } from './id.ts'
import { refusalOrder, reportOrder } from './imports.ts'
import { notificationOrder } from './notifications.ts'
import { observationOrder } from './observations.ts'
import { officeOrder, schoolOrder } from './organisation.ts'
import { keysIn } from './page.ts'
import { assignmentOrder } from './people.ts'
import { planOrder } from './plans.ts'
import { refused } from './refused.ts'
import { treeOrder } from './supervision.ts'

interface Filter {
  readonly office?: string | null
  readonly district?: string | null
  readonly school?: string | null
  readonly period?: string | null
  readonly plan?: string | null
}

/** The arguments of any field. */
export interface Arguments extends ListArguments {
  readonly id?: string | null
  readonly nip?: string | null
  readonly ids?: readonly string[]
  readonly root?: string
  readonly assignment?: string
  readonly office?: string | null
  readonly maxDepth?: number | null
  readonly period?: string | null
  readonly filter?: Filter | null
}

const everybody = [
  'Viewer',
  'Node',
  'Period',
  'Window',
  'Indicator',
  'TargetBehaviour',
  'PageInfo',
  'DevelopmentActivity',
  'AdditionalDuty',
]
const operators = ['ImportReport', 'ImportFile', 'ImportRefusal']

/** Refuses a type to those who may not read it at all; a list is as open as what it lists. */
export function checkAccess(type: string, viewer: Viewer): void {
  const listed = type.replace(/(Connection|Edge)$/, '')
  if (everybody.includes(listed)) return
  if (!viewer) throw refused('UNAUTHENTICATED')
  if (operators.includes(listed) && viewer.role !== 'OPERATOR') throw refused('FORBIDDEN')
}

/** Refuses arguments out of range, and ids that are none or of another type. */
export function checkArguments(field: string, args: Arguments): void {
  const isTree = field === 'Query.supervisionTree'
  expectId(args.filter?.office, 'Office')
  expectId(args.filter?.district, 'Area')
  expectId(args.filter?.school, 'School')
  expectId(args.office, 'Office')
  expectId(args.root, 'Assignment')
  expectId(args.assignment, 'Assignment')
  if (field === 'Query.assignment') expectId(args.id, 'Assignment')
  if (field === 'Query.plan') expectId(args.id, 'Plan')
  if (field === 'Query.observation') expectId(args.id, 'Observation')
  expectId(args.filter?.plan, 'Plan')
  if (field === 'Query.person') {
    expectId(args.id, 'Person')
    if ((args.id == null) === (args.nip == null)) throw refused('BAD_USER_INPUT')
  }
  for (const id of args.ids ?? []) checkId(id)
  if (field === 'Query.node') checkId(String(args.id))
  if ((args.ids ?? []).length > 100) throw refused('BAD_USER_INPUT')
  if ('first' in args && !within(args.first, 1, isTree ? 2000 : 100)) throw refused('BAD_USER_INPUT')
  if (isTree && !within(args.maxDepth ?? 32, 0, 32)) throw refused('BAD_USER_INPUT')
  for (const period of [args.period, args.filter?.period])
    if (period != null && !periods.some(({ code }) => code === period)) throw refused('BAD_USER_INPUT')
}

const within = (number: number | null, least: number, most: number) =>
  number !== null && number >= least && number <= most

const orders: Readonly<Record<string, (args: Arguments) => string>> = {
  OfficeConnection: ({ orderBy }) => officeOrder(orderBy).name,
  SchoolConnection: ({ orderBy }) => schoolOrder(orderBy).name,
  AssignmentConnection: ({ orderBy }) => assignmentOrder(orderBy, { people: [] }).name,
  ObservationConnection: ({ orderBy }) => observationOrder(orderBy).name,
  PlanConnection: ({ orderBy }) => planOrder(orderBy).name,
  NotificationConnection: () => notificationOrder.name,
  SupervisionNodeConnection: () => treeOrder.name,
  ImportReportConnection: () => reportOrder.name,
  ImportRefusalConnection: () => refusalOrder.name,
  ApiKeyConnection: () => apiKeyOrder.name,
}

/** Refuses a cursor that is none, or of another list or order. */
export function checkCursor(type: string, field: string, args: Arguments): void {
  if (args.after != null) keysIn(args.after, field, orders[type]?.(args) ?? '')
}
