import 'reflect-metadata'
import { readdirSync, readFileSync } from 'node:fs'
import { makeExecutableSchema } from '@graphql-tools/schema'
import { type GraphQLFieldResolver, type GraphQLSchema, isScalarType, Kind } from 'graphql'
import { type BuildSchemaOptions, buildTypeDefsAndResolvers } from 'type-graphql'
import { AccessResolver } from './access/access.resolver.ts'
import { admitTo } from './access/permission.ts'
import type { MutationName } from './access/policy.ts'
import { AnalyticsResolver } from './analytics/analytics.resolver.ts'
import { ApiKeyResolver } from './api-key/api-key.resolver.ts'
import {
  AppraisalResolver,
  DataExportAppraisalResolver,
  OfficePredicateResolver,
  OrganisationPredicateResolver,
  PlanAppraisalResolver,
} from './appraisal/appraisal.resolver.ts'
import { AuditResolver } from './audit/audit.resolver.ts'
import type { Context } from './context.ts'
import { DevelopmentResolver } from './development/development.resolver.ts'
import { Refusal } from './errors.ts'
import {
  DataExportEvidenceResolver,
  EvidenceResolver,
  ObservationEvidenceResolver,
  PlanContentEvidenceResolver,
  PlanEvidenceResolver,
} from './evidence/evidence.resolver.ts'
import { ImportReportResolver } from './import/import-report.resolver.ts'
import { IndicatorResolver, RecommendationResolver } from './indicator/indicator.resolver.ts'
import { NodeResolver } from './node.resolver.ts'
import { NotificationLiveResolver } from './notification/notification.live.ts'
import { DataExportNotificationResolver, NotificationResolver } from './notification/notification.resolver.ts'
import {
  DataExportObservationResolver,
  ObservationResolver,
  PlanObservationResolver,
} from './observation/observation.resolver.ts'
import { OrganisationResolver } from './organisation/organisation.resolver.ts'
import { OfficeExtensionResolver, PeriodResolver } from './period/period.resolver.ts'
import {
  OfficeStaffResolver,
  PersonResolver,
  SchoolStaffResolver,
  SignedInPersonResolver,
} from './person/person.resolver.ts'
import { PlanLiveResolver } from './plan/plan.live.ts'
import {
  AssignmentPlanResolver,
  DataExportPlanResolver,
  NotificationPlanResolver,
  PlanResolver,
} from './plan/plan.resolver.ts'
import { PlanningResolver } from './planning/planning.resolver.ts'
import { typeKey } from './reader/note.ts'
import { ReadBack } from './reader/read-back.ts'
import { SupervisionResolver } from './supervision/supervision.resolver.ts'

const directory = new URL('../schema/', import.meta.url)

/** The contract, exactly as written in `schema/`. */
export const typeDefs = readdirSync(directory).map((file) => readFileSync(new URL(file, directory), 'utf8'))

const resolvers: BuildSchemaOptions['resolvers'] = [
  NodeResolver,
  AccessResolver,
  OrganisationResolver,
  PersonResolver,
  SignedInPersonResolver,
  OfficeStaffResolver,
  SchoolStaffResolver,
  SupervisionResolver,
  PeriodResolver,
  OfficeExtensionResolver,
  IndicatorResolver,
  RecommendationResolver,
  ImportReportResolver,
  ApiKeyResolver,
  AuditResolver,
  NotificationResolver,
  DataExportNotificationResolver,
  DevelopmentResolver,
  PlanResolver,
  AssignmentPlanResolver,
  NotificationPlanResolver,
  PlanLiveResolver,
  NotificationLiveResolver,
  PlanningResolver,
  AnalyticsResolver,
  DataExportPlanResolver,
  EvidenceResolver,
  ObservationEvidenceResolver,
  PlanEvidenceResolver,
  PlanContentEvidenceResolver,
  DataExportEvidenceResolver,
  ObservationResolver,
  PlanObservationResolver,
  AppraisalResolver,
  OrganisationPredicateResolver,
  PlanAppraisalResolver,
  OfficePredicateResolver,
  DataExportAppraisalResolver,
  DataExportObservationResolver,
]

// wanted wherever there are subscriptions; ours bring their own events
const pubSub: BuildSchemaOptions['pubSub'] = {
  publish() {},
  subscribe() {
    throw new Error('there are no topics')
  },
}

/** The classes that fulfil it. */
export const classes = { resolvers, pubSub, validate: false } satisfies BuildSchemaOptions

/** Serves the SDL. A field that the classes have and the SDL does not fails here, at boot. */
export async function createSchema(): Promise<GraphQLSchema> {
  const built = await buildTypeDefsAndResolvers(classes)
  return makeExecutableSchema({
    typeDefs,
    resolvers: Object.fromEntries(Object.entries(built.resolvers).map(answeredByReader)),
  })
}

type Resolver = GraphQLFieldResolver<Record<string, unknown>, Context>

const root: Resolver = async (_source, _args, context, info) => {
  const { schema, operation, variableValues: variables } = info
  const document = { kind: Kind.DOCUMENT, definitions: [operation, ...Object.values(info.fragments)] } as const
  const found = await context.find({ schema, document, operation, variables })
  const key = String(info.path.key)
  const refusal = found.refused.get(key)
  if (refusal) throw refusal
  return found.data[key]
}

// the reader has answered under the response's own key
const below: Resolver = (source, _args, _context, info) => source[info.path.key]

/** A mutation is done by its class, once the table of rights lets the viewer come so far. */
const mutation =
  (own: Resolver): Resolver =>
  (source, args, context, info) => {
    admitTo(info.fieldName as MutationName, context.viewer)
    return own(source, args, context, info)
  }

/** How a field of the type Subscription is answered: by a stream, and each of its events. */
interface Subscription {
  readonly subscribe: Resolver
  readonly resolve: Resolver
}

/** Who asks for a subscription as for a query is told why he is not streamed to. */
const subscription = ({ subscribe, resolve }: Subscription): Subscription => ({
  subscribe,
  resolve(event: unknown, args, context, info) {
    if (event !== undefined) return resolve(event as Record<string, unknown>, args, context, info)
    throw context.live?.failure ?? streamed()
  },
})

const streamed = () =>
  new Refusal('BAD_REQUEST', 'A subscription is streamed: send "accept: text/event-stream", or use a WebSocket.', 400)

// what a mutation has written, or an event is about, stands there as a `ReadBack`
const payload: Resolver = (source, _args, { readBacks }, info) => {
  const load = (value: unknown) => (value instanceof ReadBack ? readBacks.load({ id: value.id, info }) : value)
  const value = source[info.fieldName]
  return Array.isArray(value) ? value.map(load) : load(value)
}

function answeredByReader([type, fields]: [string, object]): [string, object] {
  if (isScalarType(fields)) return [type, fields]
  if (type === 'Subscription') {
    const entries = Object.entries(fields as Record<string, Subscription>)
    return [type, Object.fromEntries(entries.map(([name, own]) => [name, subscription(own)]))]
  }
  if ('__resolveType' in fields) return [type, { __resolveType: (object: Record<string, unknown>) => object[typeKey] }]
  if (Object.values(fields).every((field) => typeof field !== 'function')) return [type, fields]
  return [type, Object.fromEntries(Object.entries(fields).map(([name, own]) => [name, resolverOf(type, own)]))]
}

function resolverOf(type: string, own: Resolver): Resolver {
  if (type === 'Query') return root
  if (type === 'Mutation') return mutation(own)
  return /(Payload|Event)$/.test(type) ? payload : below
}
