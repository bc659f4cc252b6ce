import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { type Client, createClient } from '../../sdk/index.ts'
import type { Persona, WaysIn } from '../../server/playground/ways-in.ts'
import { open, picture, sizes, toldServer, violations } from './browser.ts'

let explore: string
let people: readonly Persona[]
let operator: Client

beforeAll(async () => {
  const { url } = await toldServer()
  explore = new URL('/explore', url).href
  people = ((await (await fetch(new URL('/playground/people', url))).json()) as WaysIn).people
  operator = createClient({ url, token: persona('operator').token })
})

const persona = (name: Persona['persona']): Persona => {
  const found = people.find((one) => one.persona === name)
  if (!found) throw new Error(`the sample has no ${name}`)
  return found
}

const become = async (page: Page, name: 'Operator' | 'Principal' | 'Teacher' | 'Analyst') => {
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('dialog').getByRole('button', { name }).click()
}

const line = (page: Page, name: string) => page.getByRole('treeitem', { name }).first()

/** A teacher whose principal was followed by another, and the day from which on. */
async function succession() {
  const { nodes } = await operator.supervisors({ filter: { position: ['PRINCIPAL'], basis: 'DEFINITIVE' }, first: 100 })
  const successor = nodes.find(({ from }) => from === '2024-01-02')
  const [teacher] = successor ? (await operator.subordinates({ assignment: successor.id })).nodes : []
  const history = teacher && (await operator.supervisionHistory({ assignment: teacher.id }))
  const former = history?.supervisors.find(({ until }) => until === '2024-01-02')
  if (!successor || !teacher || !former) throw new Error('the sample has no change of principal')
  return { teacher, successor: successor.person.name, former: former.name }
}

test('a principal gets from a name to what was observed at a subordinate', async () => {
  const { name, ids } = persona('principal')
  const { observations } = (await operator.planRecord({ assignment: ids['asg'] ?? '', period: '2024-S1' })) ?? {}
  const lesson = observations?.[0]?.content?.preparation.lesson ?? ''
  const teacher = persona('teacher').name
  const page = await open(explore)
  await become(page, 'Principal')

  await page.getByRole('combobox', { name: 'Find a person' }).fill(name.slice(0, 8).toLowerCase())
  await page.getByRole('option', { name }).click()
  await line(page, teacher).click()
  await line(page, `${teacher}`).and(page.locator('[aria-expanded=true]')).waitFor()
  await page.getByRole('treeitem', { name: 'Plan 2024-S1', level: 3 } as never).or(page.locator('[role=treeitem][aria-level="3"]', { hasText: 'Plan 2024-S1' })).first().click()
  await line(page, 'Observation 1').click()
  const details = page.getByRole('complementary')
  await details.getByText(lesson).waitFor()
  expect(await details.getByRole('heading').textContent()).toBe('Observation 1')
  expect(await details.getByText('Completed · Selesai').count()).toBe(1)
  await picture(page, 'explore-person')
  expect(await violations(page)).toEqual([])
})
