import { Refusal } from '../errors.ts'
import type { Account, Balance } from './account.ts'

/** What is left, as the headers of every answer tell it. */
export const balanceHeaders = ({ limit, remaining, reset }: Balance): Readonly<Record<string, string>> => ({
  'x-ratelimit-limit': String(limit),
  'x-ratelimit-remaining': String(remaining),
  'x-ratelimit-reset': String(reset),
})

/** Pays for what is no document; answers what the answer's headers tell. Refuses where the budget is used up. */
export async function charge(account: Account, cost: number): Promise<Readonly<Record<string, string>>> {
  if (await account.spend(cost)) return balanceHeaders(account.balance())
  const seconds = account.retryAfter(cost)
  throw rateLimited(cost, seconds, { ...balanceHeaders(account.balance()), 'retry-after': String(seconds) })
}

/** The refusal where the budget is used up. */
export const rateLimited = (cost: number, seconds: number, headers: Readonly<Record<string, string>> = {}) =>
  new Refusal(
    'RATE_LIMITED',
    `The budget is used up: this costs ${cost.toLocaleString('en')} points. Ask again in ${seconds} seconds, or ask for less.`,
    429,
    headers,
  )
