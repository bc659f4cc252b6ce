import type { Session } from './session.ts'
import { waysIn } from './ways-in.ts'

let made: Promise<Session> | undefined

/** A program of the sample's district: the operator makes it an API key, once for this page. */
export const application = (): Promise<Session> => {
  made ??= make().catch((error) => {
    made = undefined
    throw error
  })
  return made
}

async function make(): Promise<Session> {
  const { people } = await waysIn()
  const operator = people.find(({ persona }) => persona === 'operator')
  const office = operator?.ids['off']
  if (!operator || !office) throw new Error('There is no operator who could make a key.')
  const [{ createClient }, { createApiKeyOperation }, { Scope }] = await Promise.all([
    import('../sdk/core.ts'),
    import('../sdk/generated/operations.ts'),
    import('../sdk/generated/enums.ts'),
  ])
  const client = createClient({ url: '/graphql', token: operator.token })
  const { secret, apiKey } = await client.run(createApiKeyOperation, {
    input: { name: 'Playground', office, scopes: Object.values(Scope) },
  })
  return {
    persona: 'application',
    name: 'A district app',
    place: apiKey?.office.name ?? null,
    token: secret,
    ids: operator.ids,
  }
}
