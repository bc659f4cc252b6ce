import { expect, test } from 'vitest'
import { answers, breaksOff, hangsUp, misbehaving, neverAnswers, quickClock, says, shown } from './sdk/misbehaving.ts'

const canary = '198501312010012001'
const moment = new Date('2026-01-31T03:04:05.678Z')
const leaks = /19850131|kenari|Sari|03:04:05/

test.for([
  ['an error that quotes the variables', says({ errors: [{ message: `"$nip" got "${canary}"` }] })],
  ['an error that quotes them otherwise', says({ errors: [{ message: 'No 19850131 201001 2 001' }] })],
  ['an error that quotes a date', says({ errors: [{ message: `No ${moment.toISOString()}` }] })],
  ['an error that quotes the token', says({ errors: [{ message: 'kenari-token is old' }] }, 401)],
  ['an error that quotes a header', says({ errors: [{ message: 'No Sari' }] })],
  ['extensions of an error', says({ errors: [{ message: 'x', extensions: { code: canary, value: 'Sari' } }] })],
  ['data beside errors', says({ data: { person: { nip: canary } }, errors: [{ message: 'x' }] })],
  ['an HTML page', says(`<html>${canary} kenari-token</html>`, 502)],
  ['truncated JSON', says(`{"data":{"person":{"nip":"${canary}`)],
  ['a reset connection', hangsUp],
  ['a body that breaks off', breaksOff],
  ['a late answer', neverAnswers],
  ['no list', answers({ node: null })],
] as const)('nothing that was sent is shown with %s', async ([, act]) => {
  const { connect } = await misbehaving(act)
  const logged: string[] = []
  const onRetry = ({ error }: { error: Parameters<typeof shown>[0] }) => logged.push(shown(error))
  const client = connect({ ...quickClock(), token: 'kenari-token', timeoutMs: 200, deadlineMs: 400, onRetry })
  const options = { headers: { 'x-app': 'Sari' }, idempotencyKey: 'kenari-key' }
  const calls = [
    () => client.officeStaff({ office: canary, filter: { asOf: moment } as never }, options),
    () => client.attachEvidence({ input: { plan: canary, title: 'Sari', date: moment } as never }, options),
    () => client.auditEntries({ filter: { from: moment, person: canary } as never }, options),
  ]
  for (const call of calls) {
    const result = await call().result()
    if (!result.ok) logged.push(shown(result.error))
  }
  expect(logged.length).toBeGreaterThan(0)
  expect(logged.join('\n')).not.toMatch(leaks)
})
