import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { createMockClient } from '../../sdk/entry/testing.ts'
import { plansOperation } from '../../sdk/index.ts'
import { waitingPlans } from './waiting-plans.ts'

test('each plan that waits is a line, on however many pages', async () => {
  const { client, mock } = createMockClient()
  const submittedAt = new Date('2026-01-05T02:00:00Z')
  const plans = mock.pages(plansOperation, [{ submittedAt, assignment: { person: { name: 'Sari' } } }, {}, {}], {
    pageSize: 2,
  })
  const html = await waitingPlans(client)
  expect(html).toContain('<li>Sari, since 2026-01-05</li>')
  expect(html).toContain(plans[2]?.assignment.person.name)
  expect(mock.calls(plansOperation)[0]).toEqual({ filter: { status: ['SUBMITTED'] } })
})

test('an empty list says so', async () => {
  const { client, mock } = createMockClient()
  mock.pages(plansOperation, 0)
  expect(await waitingPlans(client)).toBe('<p>Nobody waits for you.</p>')
})

test('who is signed out is asked to sign in; a proxy in trouble is waited for, in no time', async () => {
  const { client, mock } = createMockClient()
  mock.flaky([503])
  mock.once(plansOperation, mock.error('UNAUTHENTICATED'))
  expect(await waitingPlans(client)).toBe('<p>Sign in again.</p>')
  expect(mock.clock.slept).toHaveLength(1)
  mock.assertAllUsed()
})

test('the manual shows the first of these', () => {
  const [, shown = ''] =
    /```ts\n(?:import .*\n)+\n([\s\S]*?)```/.exec(readFileSync('sdk/testing/README.md', 'utf8')) ?? []
  expect(readFileSync('examples/panel/waiting-plans.test.ts', 'utf8')).toContain(shown)
  expect(shown).toContain('createMockClient')
})
