import { randomUUID } from 'node:crypto'
import { Kind, type OperationDefinitionNode, parse, print, visit } from 'graphql'
import { beforeAll, expect, test, vi } from 'vitest'
import * as sdk from '../sdk/index.ts'
import { signToken } from '../server/access/token.ts'
import { loadSampleIfEmpty } from '../server/sample/load.ts'
import { post, secret, server, withoutExtensions } from './support.ts'

const headers = { authorization: `Bearer ${await signToken(secret, { role: 'OPERATOR' }, 1)}` }
const operations = Object.values(sdk)
  .filter((value) => typeof value === 'object' && 'kind' in value && 'text' in value)
  .filter(({ kind }) => kind === 'query')

let variables: Record<string, unknown>

beforeAll(async () => {
  const { database } = await server()
  await loadSampleIfEmpty(database)
  const { rows } = await database.pool.query<Record<string, string>>(
    `select 'asg_' || a.id as root, 'asg_' || a.id as assignment, 'per_' || p.id as person, p.nip, 'off_' || office_code as office,
       'sch_' || (select min(npsn) from school) as school, 'imp_' || (select id from import_report) as report
     from assignment a join person p on p.id = a.person_id where position = 'OFFICE_HEAD' order by a.key limit 1`,
  )
  const planned = await database.pool.query<Record<string, string>>(
    `insert into plan values ($1, $2, '2024-S1', 'AGREED', 3, 'DIRECT', 'FULL', null, 'POSITIVE_DISCIPLINE', '{POSITIVE_DISCIPLINE.1}',
       '[]', '[{"name":"Wali kelas","decree":"800/1"}]', '[]', 0, '{POINTS_BELOW}', false, false, '2023-10-15', null, null)
     returning 'pln_' || id as plan`,
    [randomUUID(), rows[0]?.['root']?.slice(4)],
  )
  const proved = await database.pool.query<Record<string, string>>(
    `insert into evidence values (gen_random_uuid(), $1, 'ATTACHED', 1, 'DUTY', null, 'Wali kelas', null, 'DECREE', 'SK', 'Dinas', null, null,
       '2024-01-02', null, null, 'Ada di map', null, '2024-02-02') returning 'evd_' || id as evidence`,
    [planned.rows[0]?.['plan']?.slice(4)],
  )
  const observed = await database.pool.query<Record<string, string>>(
    `insert into observation select gen_random_uuid(), id, assignment_id, 1, 'PREPARING', 1, '2023-10-15', $2, null, null, null, '[]', null, null
     from plan where id = $1 returning 'obs_' || id as observation`,
    [planned.rows[0]?.['plan']?.slice(4), '{"mode":"DIRECT","behaviours":["POSITIVE_DISCIPLINE.1"],"efforts":[]}'],
  )
  const appraised = await database.pool.query<Record<string, string>>(
    `insert into appraisal select $1, id, assignment_id, period_code, 'FINAL', 4, 'ORGANISATION', '{"notDone":0,"notEffective":1,"effective":2}',
       'Refleksi', null, null, null, 'MEETS', null, '[{"value":"LOYAL","rating":"MEETS","note":"\\"Tampak\\""}]', 'MEETS',
       null, 'GOOD', '{"value":6.25,"months":6,"indonesian":"a","english":"b","sources":["c"]}', '[]', '[]', '{}', 'GOOD',
       '2023-10-15', null, '2023-10-15', '2023-10-29' from plan where id = $2
     returning 'apr_' || id as appraisal`,
    [randomUUID(), planned.rows[0]?.['plan']?.slice(4)],
  )
  variables = {
    ...rows[0],
    ...planned.rows[0],
    ...proved.rows[0],
    ...observed.rows[0],
    ...appraised.rows[0],
    grade: 'GOOD',
    first: 5,
    asOf: '2023-10-15',
    ids: [planned.rows[0]?.['plan'] ?? ''],
    period: '2024-S1',
    periods: ['2024-S1'],
    by: ['OFFICE', 'STATUS', 'DAY'],
  }
  variables['planningOf'] = 'prd_2024-S1'
})

/** The values that an operation's variables take; `id` is of the type that the operation asks for. */
function valuesOf(operation: OperationDefinitionNode): Record<string, unknown> {
  const name = operation.name?.value ?? ''
  const values = { ...variables, id: variables[name] ?? variables['office'] }
  const wanted = (operation.variableDefinitions ?? []).map(({ variable }) => variable.name.value)
  return Object.fromEntries(Object.entries(values).filter(([key]) => wanted.includes(key)))
}

/** The same document with a question about the schema besides, which the reader cannot pass through. */
const besides = (text: string): string => {
  const schema = parse('{ __schema { queryType { name } } }').definitions[0] as OperationDefinitionNode
  return print(
    visit(parse(text), {
      OperationDefinition: (node) => ({
        ...node,
        selectionSet: {
          ...node.selectionSet,
          selections: [...node.selectionSet.selections, ...schema.selectionSet.selections],
        },
      }),
    }),
  )
}

test.each(operations.map(({ name, text }) => ({ name, text })))(
  '$name is passed through as graphql-js would write it',
  async ({ text }) => {
    const operation = parse(text).definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION)
    const values = operation ? valuesOf(operation) : {}
    // what goes on record between the two is in the second
    await vi.waitFor(async () => {
      const passed = await post(JSON.stringify({ query: text, variables: values }), headers)
      const finished = await post(JSON.stringify({ query: besides(text), variables: values }), headers)
      expect(passed.text).not.toContain('"errors"')
      const data = withoutExtensions(passed.text).slice(0, -2)
      expect(withoutExtensions(finished.text)).toBe(`${data},"__schema":{"queryType":{"name":"Query"}}}}`)
    })
  },
)
