import { readdirSync, readFileSync } from 'node:fs'
import {
  buildASTSchema,
  type DocumentNode,
  type FieldDefinitionNode,
  type GraphQLSchema,
  isScalarType,
  parse,
  visit,
} from 'graphql'
import { refused } from './refused.ts'

const directory = new URL('../../schema/', import.meta.url)

const sdl = parse(
  readdirSync(directory)
    .map((file) => readFileSync(new URL(file, directory), 'utf8'))
    .join('\n'),
)

const isDay = (text: string) =>
  /^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text

const scalars: Readonly<Record<string, (text: string) => string | undefined>> = {
  Date: (text) => (isDay(text) ? text : undefined),
  NIP: (text) => (/^\d{18}$/.test(text.replaceAll(' ', '')) ? text.replaceAll(' ', '') : undefined),
}

// what is on record depends on who asked before
const unsteady: ReadonlySet<string> = new Set(['auditEntries', 'dataExport'])

// held against plain arrays, or against the pure rule, by tests of their own: planning, analytics, season, indicator, evidence, appraisal
const provedElsewhere: ReadonlySet<string> = new Set([
  'Query.planningBySchool',
  'Query.unplanned',
  'Query.analytics',
  'Period.planning',
  'Office.extensions',
  'Assignment.recommendedIndicators',
  'Query.evidence',
  'Query.evidenceList',
  'Plan.evidence',
  'Observation.evidence',
  'PlanContent.earnedPoints',
  'Query.appraisal',
  'Query.appraisals',
  'Query.previewDistribution',
  'Plan.appraisal',
  'Office.organisationPredicate',
])

const isAsked = (type: string, field: string): boolean =>
  !unsteady.has(field) && !provedElsewhere.has(`${type}.${field}`)

type Change = (field: FieldDefinitionNode, type: string) => FieldDefinitionNode

/** A field that may be null. */
export const optional = (field: FieldDefinitionNode): FieldDefinitionNode =>
  field.type.kind === 'NonNullType' ? { ...field, type: field.type.type } : field

/** The contract as graphql-js has it, with what a `Date` and a `NIP` may be; its fields changed. */
export function schemaWith(change: Change, keeps = isAsked): GraphQLSchema {
  const enter = (type: { name: { value: string }; fields?: readonly FieldDefinitionNode[] }) => ({
    ...type,
    fields: type.fields
      ?.filter(({ name }) => keeps(type.name.value, name.value))
      .map((field) => change(field, type.name.value)),
  })
  const changed: DocumentNode = visit(sdl, {
    ObjectTypeDefinition: enter,
    ObjectTypeExtension: enter,
    InterfaceTypeDefinition: enter,
  })
  const schema = buildASTSchema(changed)
  for (const [name, read] of Object.entries(scalars)) {
    const scalar = schema.getType(name)
    if (!isScalarType(scalar)) continue
    scalar.parseValue = (value) => {
      const parsed = typeof value === 'string' ? read(value) : undefined
      if (parsed === undefined) throw refused('BAD_USER_INPUT')
      return parsed
    }
    scalar.parseLiteral = (node) => scalar.parseValue(node.kind === 'StringValue' ? node.value : undefined)
  }
  return schema
}

/** The contract, as far as the interpreter answers it. */
export const contract = schemaWith((field) => field)

/** The contract but for what is on record. */
export const whole = schemaWith(
  (field) => field,
  (_, field) => !unsteady.has(field),
)
