import { afterEach, expect, test, vi } from 'vitest'
import { createClient } from '../../sdk/index.ts'
import { signToken } from '../../server/access/token.ts'
import { makeDistrict } from '../district.ts'
import { secret, server } from '../support.ts'

const minutes = 60_000

afterEach(() => {
  vi.useRealTimers()
})

const setClock = (time: string | number) => vi.useFakeTimers({ toFake: ['Date'], now: new Date(time) })

/** The SDK as an operator whose token was made by the clock of now. */
async function signIn(hours = 1) {
  const { url } = await server()
  return createClient({ url, token: await signToken(secret, { role: 'OPERATOR' }, hours) })
}

test.each([-10, 10])('F11: a server whose clock is %i minutes off takes the tokens of the others', async (ahead) => {
  await server()
  const client = await signIn()
  setClock(Date.now() + ahead * minutes)
  expect(await client.viewer()).toMatchObject({ role: 'OPERATOR' })
})

test('F11: a token is taken for a minute after it has expired, for clocks that differ, and no longer', async () => {
  await server()
  const client = await signIn()
  const expiry = Date.now() + 60 * minutes
  setClock(expiry + 0.8 * minutes)
  expect(await client.viewer()).toMatchObject({ role: 'OPERATOR' })
  setClock(expiry + 1.2 * minutes)
  await expect(client.viewer()).rejects.toMatchObject({ code: 'UNAUTHENTICATED', status: 401 })
})

test('F11: the day changes at midnight in Jakarta, forwards and backwards with the clock', async () => {
  const { assignment } = await makeDistrict()
  const principalAt = async (time: string) => {
    setClock(time)
    const chain = await (await signIn()).supervisionChain({ assignment: assignment('Sari') })
    return chain?.[0]?.name
  }
  expect(await principalAt('2024-01-01T16:59:50Z')).toBe('Hadi')
  expect(await principalAt('2024-01-01T17:00:10Z')).toBe('Budi')
  expect(await principalAt('2024-01-01T16:50:10Z')).toBe('Hadi')
})
