import {
  type GraphQLInputType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type OperationDefinitionNode,
  typeFromAST,
} from 'graphql'
import { nameOf } from './document.ts'

const some = (prefix: string): string => `${prefix}_01890000-0000-7000-8000-000000000000`

/** What stands for a variable or a field of this name. Offices, schools, periods and the catalogue are those of the sample. */
const byName: Readonly<Record<string, unknown>> = {
  activity: some('act'),
  appraisal: some('apr'),
  assignment: some('asg'),
  behaviour: 'beh_POSITIVE_DISCIPLINE.1',
  behaviours: ['beh_POSITIVE_DISCIPLINE.1'],
  evidence: some('evd'),
  indicator: 'ind_POSITIVE_DISCIPLINE',
  observation: some('obs'),
  office: 'off_35.79',
  person: some('per'),
  plan: some('pln'),
  report: some('imp'),
  root: some('asg'),
  school: 'sch_90000223',
  by: ['OFFICE', 'STATUS'],
  catalogue: '2024-S1/2',
  duty: 'Wali kelas',
  first: 20,
  from: '2024-03-01',
  ids: ['off_35.79', 'sch_90000223'],
  nip: '198507142010012001',
  period: '2024-S1',
  periods: ['2024-S1'],
  reason: 'Mohon ditinjau kembali.',
  sources: ['Perdirjen GTK 7607/2023'],
  stage: 'PLANNING',
  startsAt: '2024-03-04T01:00:00.000Z',
  until: '2024-03-31',
}

/** What a variable that is called `id` names. */
const byOperation: Readonly<Record<string, string>> = {
  node: 'off_35.79',
  planChanged: some('pln'),
  planningOf: 'prd_2024-S1',
  revokeApiKey: some('key'),
  rotateApiKey: some('key'),
}

const byType: Readonly<Record<string, unknown>> = {
  Boolean: true,
  Date: '2024-03-04',
  DateTime: '2024-03-04T01:00:00.000Z',
  Int: 1,
  NIP: '198507142010012001',
  String: 'Contoh',
}

/** What may be left out, and shows better what it is about. */
const wanted = new Set([
  'ExtendWindowInput.from',
  'EvidenceDocumentInput.statement',
  'EvidenceSubjectInput.duty',
  'PlanContentInput.behaviours',
  'PlanContentInput.indicator',
])

/** Variables that say what is asked for, wanted or not. */
const telling = new Set(['first', 'by'])

/** Variables that an operation may be tried with: those that it wants, and those that say what is asked for. */
export const exampleOf = (operation: OperationDefinitionNode, schema: GraphQLSchema): Record<string, unknown> => {
  const given: [string, unknown][] = []
  for (const { variable, type: written, defaultValue } of operation.variableDefinitions ?? []) {
    const name = variable.name.value
    const type = typeFromAST(schema, written) as GraphQLInputType | undefined
    if (!type) throw new Error(`${nameOf(operation)}: $${name} is of no type of the schema.`)
    if (!telling.has(name) && (!isNonNullType(type) || defaultValue)) continue
    given.push([name, name === 'id' ? thing(operation) : exampleFor(type, name)])
  }
  return Object.fromEntries(given)
}

const thing = (operation: OperationDefinitionNode): unknown => {
  const id = byOperation[nameOf(operation)] ?? byName[nameOf(operation)]
  if (id === undefined) throw new Error(`${nameOf(operation)}: say in ${import.meta.filename} what its id may be.`)
  return id
}

const exampleFor = (type: GraphQLInputType, name: string): unknown => {
  if (isNonNullType(type)) return exampleFor(type.ofType, name)
  if (name in byName) return byName[name]
  if (isListType(type)) return [exampleFor(type.ofType, name)]
  if (isEnumType(type)) return type.getValues()[0]?.name
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter(
      (field) =>
        (isNonNullType(field.type) && field.defaultValue === undefined) || wanted.has(`${type.name}.${field.name}`),
    )
    return Object.fromEntries(fields.map((field) => [field.name, exampleFor(field.type, field.name)]))
  }
  const value = byType[type.name]
  if (value === undefined) throw new Error(`Say in ${import.meta.filename} what ${name}: ${type.name} may be.`)
  return value
}
