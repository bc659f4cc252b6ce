import { expect, test } from 'vitest'
import { fill, saved, userOf, users } from '../../playground/workbench/collection.ts'
import { ApiError, createClient, operation, type Scope } from '../../sdk/index.ts'
import type { WaysIn } from '../../server/playground/ways-in.ts'
import { toldServer } from './browser.ts'

/** What somebody hears an error of, and why that is well. */
const reasons: Readonly<Record<string, string>> = {
  'inspector evidence': 'principals of the sample hand in no evidence',
  'inspector personByNip': 'a work team does not see anybody’s NIP',
}

const { url } = await toldServer()
const { people }: WaysIn = await (await fetch(new URL('/playground/people', url))).json()

/** The operator's key for a program of the district, with all that a program may do. */
async function application() {
  const operator = people.find(({ persona }) => persona === 'operator')
  if (!operator) throw new Error('there is no operator')
  const scopes: Scope[] = ['SUPERVISION_READ', 'PLAN_READ', 'APPRAISAL_READ', 'EVIDENCE_READ', 'IMPORT_WRITE']
  const input = { name: 'Collection', office: operator.ids['off'] ?? '', scopes }
  const { secret } = await createClient({ url, token: operator.token }).createApiKey({ input })
  return { ...operator, persona: 'application' as const, token: secret }
}

const everybody = [...people, await application()]

test.each(everybody)('$persona is answered all saved queries, with variables of what is seen', async (one) => {
  const client = createClient({ url, token: one.token })
  const failed: string[] = []
  const queries = users.find(({ user }) => user === userOf(one.persona))?.operations ?? []
  for (const { name, document, kind, variables } of queries) {
    if (kind !== 'query') continue
    try {
      await client.run(operation<unknown, object>(document), fill(variables, one.ids))
    } catch (error) {
      if (!ApiError.is(error)) throw error
      failed.push(`${one.persona} ${name}`)
    }
  }
  expect(queries.length).toBeGreaterThan(5)
  expect(failed).toEqual(Object.keys(reasons).filter((reason) => reason.startsWith(`${one.persona} `)))
})

test('ids that stand for any are not answered, so that the tests above can fail', async () => {
  const [teacher] = people.filter(({ persona }) => persona === 'teacher')
  const client = createClient({ url, token: teacher?.token })
  const { document = '', variables = {} } = saved.get('plan') ?? {}
  await expect(client.run(operation<unknown, object>(document), variables)).rejects.toThrow(ApiError)
})
