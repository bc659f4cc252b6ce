import type { WaysIn } from '../server/playground/ways-in.ts'

let asked: Promise<WaysIn> | undefined

/** How one signs in here; asked once. Throws an Error with what the server said. */
export const waysIn = (): Promise<WaysIn> => {
  asked ??= ask().catch((error) => {
    asked = undefined
    throw error
  })
  return asked
}

async function ask(): Promise<WaysIn> {
  const response = await fetch('/playground/people')
  const body = await response.json()
  if (!response.ok) throw new Error(body.errors?.[0]?.message ?? `HTTP ${response.status}`)
  return body
}
