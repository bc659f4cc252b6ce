import { isDay } from './day.ts'

/** What a hash names: the schema, or somebody on a day (null: today). */
export type Address =
  | { readonly view: 'schema' }
  | { readonly view: 'people'; readonly focus: string | null; readonly day: string | null }

/** Reads `#schema`, `#person`, `#person/asg_…?on=2024-01-02`; anything else is people. */
export function addressOf(hash: string): Address {
  const [path = '', query = ''] = hash.replace(/^#/, '').split('?')
  if (path === 'schema') return { view: 'schema' }
  const [, focus] = /^person\/(asg_[\w-]+)$/.exec(path) ?? []
  const on = new URLSearchParams(query).get('on') ?? ''
  return { view: 'people', focus: focus ?? null, day: isDay(on) ? on : null }
}

/** The hash of an address. */
export function hashOf(address: Address): string {
  if (address.view === 'schema') return '#schema'
  const { focus, day } = address
  return `#person${focus ? `/${focus}` : ''}${day ? `?on=${day}` : ''}`
}
