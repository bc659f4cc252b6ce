import { type Audit, serverAudits } from 'graphql-http'
import { beforeAll, describe, expect, test } from 'vitest'
import { server } from './support.ts'

let url = ''
beforeAll(async () => {
  ;({ url } = await server())
})

// a GET is answered only to who shows that it is no link or form on somebody's page
const fetchFn = (address: string, options: RequestInit = {}) =>
  fetch(address, { ...options, headers: { ...options.headers, 'apollo-require-preflight': 'true' } })

const audits: Audit[] = serverAudits({ url: () => url, fetchFn })

describe('GraphQL over HTTP, all 61 audits without a notice', () => {
  test.each(audits.map((audit) => [audit.id, audit.name, audit] as const))('%s: %s', async (_id, _name, audit) => {
    const { status, ...result } = await audit.fn()
    expect(status, 'reason' in result ? result.reason : '').toBe('ok')
  })

  test('there are 61', () => expect(audits).toHaveLength(61))
})
