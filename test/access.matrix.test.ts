import { buildASTSchema, type GraphQLObjectType, getNamedType, isLeafType, isObjectType, parse } from 'graphql'
import { beforeAll, expect, test, vi } from 'vitest'
import * as tables from '../server/access/policy.ts'
import { typeDefs } from '../server/schema.ts'
import { deeds } from './access/deeds.ts'
import { type Door, doors } from './access/doors.ts'
import { makeStage, type Stage } from './access/viewers.ts'
import { post, server } from './support.ts'

vi.mock('../server/access/authentication.ts', async (original) =>
  (await import('./program.ts')).withPrograms(await original()),
)

const { fields: groupedFields, mutations, relations, sight } = tables

type Relation = tables.Relation
type MutationName = tables.MutationName
type Groups = Readonly<Record<string, readonly Relation[]>>

const policy: Readonly<Record<string, Groups>> = sight
const grouped: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = groupedFields
const columns = Object.keys(relations) as Relation[]

/** What tells nothing of a person: the root types, pages, and what a mutation or an event gives. */
const isFrame = (name: string) =>
  /^(__.*|Query|Mutation|Subscription|PageInfo|.*(Connection|Edge|Payload|Event))$/.test(name)

const schema = buildASTSchema(parse(typeDefs.join('\n')))
const entities = Object.values(schema.getTypeMap()).filter(
  (type): type is GraphQLObjectType => isObjectType(type) && !isFrame(type.name),
)

/** What is null for everybody on the stage: a root has nobody above it, and the note is for what is doubtful. */
const alwaysNull = [
  'SupervisionNode.parentId',
  'SupervisionLink.until',
  'Window.note',
  // who read was a program
  'DataAccess.name',
  'DataAccess.position',
  // she stays where she is, and nobody changed her indicator
  'Plan.closedAfter',
  // a duty is proved, by a file
  'Evidence.link',
  'Evidence.statement',
  // what it is not grouped by
  ...['level', 'employment', 'status', 'label', 'day', 'points', 'observation', 'predicate'].map(
    (field) => `AnalyticsCell.${field}`,
  ),
  // analysts are not told of so few
  'AnalyticsCell.count',
]

let stage: Stage

beforeAll(async () => {
  await server({ clock: () => new Date('2026-03-02T03:00:00Z') })
  stage = await makeStage()
})

test('every type of the SDL has a line in the policy, and a door that it is proved by', () => {
  const names = entities.map(({ name }) => name).sort()
  expect(Object.keys(policy).sort()).toEqual(names)
  expect(Object.keys(doors(stage)).sort()).toEqual(names)
})

test('every mutation of the SDL has a line in the policy', () => {
  expect(Object.keys(mutations).sort()).toEqual(Object.keys(schema.getMutationType()?.getFields() ?? {}).sort())
})

test('every field of a type with several groups is in exactly one of them', () => {
  for (const [name, groups] of Object.entries(policy).filter(([, groups]) => Object.keys(groups).length > 1)) {
    expect(Object.keys(grouped[name] ?? {})).toEqual(Object.keys(groups))
    const type = entities.find((entity) => entity.name === name)
    const named = Object.values(grouped[name] ?? {}).flat()
    expect(named.sort()).toEqual(Object.keys(type?.getFields() ?? {}).sort())
  }
})

test('whoever sees an assignment sees the name of the person who holds it', () => {
  expect(sight.Person.NAME).toEqual(sight.Assignment.ALL)
})

test('D1: every relation sees of every type what the policy says, and POLICY.md is what was seen', async () => {
  const lines: string[] = []
  const wrong: string[] = []
  for (const [name, groups] of Object.entries(policy)) {
    for (const [group, seenBy] of Object.entries(groups)) {
      const seen = await Promise.all(columns.map((relation) => proved(name, group, relation)))
      for (const [index, relation] of columns.entries()) {
        if (seen[index] !== isSeen(seenBy, relation)) wrong.push(`${relation} → ${name} ${group}: ${seen[index]}`)
      }
      const label = group === 'ALL' ? '' : ` ${group} (${grouped[name]?.[group]?.join(', ')})`
      lines.push(`| ${name}${label} | ${seen.map((sees) => (sees ? '✓' : ' ')).join(' | ')} |`)
    }
  }
  expect(wrong).toEqual([])
  const acts: string[] = []
  for (const [name, allowed] of Object.entries(mutations)) {
    const done = await Promise.all(columns.map((relation) => did(name as MutationName, relation)))
    for (const [index, relation] of columns.entries()) {
      if (done[index] !== allowed.includes(relation)) wrong.push(`${relation} → ${name}: ${done[index]}`)
    }
    acts.push(`| ${name} | ${done.map((does) => (does ? '✓' : ' ')).join(' | ')} |`)
  }
  expect(wrong).toEqual([])
  await expect(page(lines, acts)).toMatchFileSnapshot('../server/access/POLICY.md')
}, 600_000)

/** Whether all viewers of a relation can do it; they must not differ. */
async function did(name: MutationName, relation: Relation): Promise<boolean> {
  const done: boolean[] = []
  for (const headers of Object.values(stage.viewers[relation])) {
    const { text } = await post(
      JSON.stringify({ query: `mutation { ${await deeds[name](stage, relation)} }` }),
      headers,
    )
    const { data, errors = [] } = JSON.parse(text)
    const codes = errors.map(({ extensions }: { extensions: { code: string } }) => extensions.code)
    expect(['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND']).toEqual(expect.arrayContaining(codes))
    done.push(data?.[name] != null && codes.length === 0)
  }
  const [first] = done
  if (first === undefined || done.some((one) => one !== first)) throw new Error(`${name}: ${relation} differ`)
  return first
}

const isSeen = (seenBy: readonly Relation[], relation: Relation) =>
  seenBy.includes(relation) ||
  // who is directly above is above
  ((relation === 'APPRAISER' || relation === 'SUPERIOR') && seenBy.includes('SUPERVISOR')) ||
  seenBy.includes('ANYBODY') ||
  (seenBy.includes('SIGNED_IN') && relation !== 'ANYBODY')

/** What all viewers of a relation are answered about the fields of a group; they must not differ. */
async function proved(name: string, group: string, relation: Relation): Promise<boolean> {
  const door = doors(stage)[name]
  const viewers = Object.entries(stage.viewers[relation])
  if (!door) throw new Error(`${name} has no door`)
  const seen = await Promise.all(viewers.map(([, headers]) => sees(door, leavesOf(name, group), headers)))
  const [first] = seen
  if (first === undefined || seen.some((one) => one !== first)) {
    throw new Error(`${name} ${group}: ${viewers.map(([who], index) => `${who} ${seen[index]}`).join(', ')}`)
  }
  return first
}

function leavesOf(name: string, group: string): string[] {
  // an export is of a person, and has nothing else of its own
  if (name === 'DataExport') return ['id', 'name', 'birthDate']
  const type = entities.find((entity) => entity.name === name)
  const leaves = Object.values(type?.getFields() ?? {})
    .filter((field) => isLeafType(getNamedType(field.type)))
    .map((field) => field.name)
    .filter((field) => !alwaysNull.includes(`${name}.${field}`))
    .filter((field) => group === 'ALL' || grouped[name]?.[group]?.includes(field))
  return leaves.length ? leaves : ['__typename']
}

/** Whether the fields are all there; some of them there and some not is neither. */
async function sees({ ask, row }: Door, fields: readonly string[], headers: Readonly<Record<string, string>>) {
  const { text } = await post(JSON.stringify({ query: ask(fields.join(' ')) }), headers)
  const { data, errors = [] } = JSON.parse(text)
  const codes = errors.map(({ extensions }: { extensions: { code: string } }) => extensions.code)
  expect(['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND']).toEqual(expect.arrayContaining(codes))
  const found = row(data?.row ?? null) as Readonly<Record<string, unknown>> | null | undefined
  const there = fields.filter((field) => found?.[field] != null)
  if (there.length && there.length < fields.length) throw new Error(`only ${there} of ${fields}: ${text}`)
  return there.length > 0
}

const page = (lines: readonly string[], acts: readonly string[]) => `# Who sees what

Written by \`test/access.matrix.test.ts\` from what the server answered; \`policy.ts\` says what it must be. To accept a change:
\`npx vitest run --config test/vitest.config.ts test/access.matrix.test.ts -u\`.

${columns.map((relation) => `- ${relation}: ${relations[relation]}`).join('\n')}

Somebody who is several things to a row sees what any of them sees. What he does not see of a row is null.

| | ${columns.join(' | ')} |
|---|${columns.map(() => ':-:').join('|')}|
${lines.join('\n')}

# Who does what

| | ${columns.join(' | ')} |
|---|${columns.map(() => ':-:').join('|')}|
${acts.join('\n')}
`
