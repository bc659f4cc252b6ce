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

/** A line of the outline: 1 is the level of the focus and of those above. */
const line = (page: Page, level: number, name: string) =>
  page.locator(`[role=treeitem][aria-level="${level}"]`, { hasText: name }).first()

const slider = (page: Page) => page.getByRole('slider', { name: 'As of' })

/** What has the focus, in the page: by its label, or what it says. */
const focusedName = () => {
  const { activeElement: at } = document
  const [label] = at instanceof HTMLInputElement ? (at.labels ?? []) : []
  return (label?.textContent ?? at?.querySelector('.name')?.textContent ?? at?.textContent ?? '').trim()
}

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
  await line(page, 2, teacher).click()
  await line(page, 3, 'Plan 2024-S1').click()
  await line(page, 4, 'Observation 1').click()
  const details = page.getByRole('complementary')
  await details.getByText(lesson).waitFor()
  expect(await details.getByRole('heading').textContent()).toBe('Observation 1')
  expect(await details.getByText('Completed · Selesai').count()).toBe(1)
  await picture(page, 'explore-person')
  expect(await violations(page)).toEqual([])
})

test('on the slider the principal changes on the day on which he did, and it is told', async () => {
  const { teacher, successor, former } = await succession()
  const page = await open(`${explore}#person/${teacher.id}?on=2024-01-01`)
  await become(page, 'Operator')
  await line(page, 1, former).waitFor()
  expect(await page.locator('.marks i').count()).toBe(2)

  await slider(page).press('ArrowRight')
  await page.getByText(`On 2 January 2024 ${successor} follows ${former} as principal.`).waitFor()
  await line(page, 1, successor).waitFor()
  expect(await line(page, 1, former).count()).toBe(0)
  expect(await slider(page).getAttribute('aria-valuetext')).toBe('2 January 2024')
  await expect.poll(() => new URL(page.url()).hash).toBe(`#person/${teacher.id}?on=2024-01-02`)
  await picture(page, 'explore-day')

  await slider(page).press('PageDown')
  const back = `Not yet on 2 December 2023: ${successor} follows ${former} as principal (2 January 2024).`
  await page.getByText(back).waitFor()
  await line(page, 1, former).waitFor()

  await page.getByRole('button', { name: `2 January 2024 ${successor}` }).click()
  await line(page, 1, successor).waitFor()
  await page.getByLabel('Day', { exact: true }).and(page.locator('input')).focus()
  await page.keyboard.type('09152023')
  await line(page, 1, former).waitFor()
  expect(await slider(page).getAttribute('aria-valuetext')).toBe('15 September 2023')
  await page.getByRole('button', { name: 'Later change, 2 January 2024' }).click()
  await line(page, 1, successor).waitFor()
})

test('everything is done by keyboard alone', async () => {
  const { name } = persona('principal')
  const teacher = persona('teacher').name
  const page = await open(explore)
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  const focused = () => page.evaluate(focusedName)

  const tabTo = async (wanted: string) => {
    for (let tabs = 0; tabs < 20; tabs++) {
      await press('Tab')
      if ((await page.evaluate(focusedName)).startsWith(wanted)) return
    }
    throw new Error(`no Tab leads to ${wanted}`)
  }
  await tabTo('Sign in')
  await press('Enter')
  // whom one can become is asked for while the page is there already
  await page.getByRole('dialog').getByRole('button', { name: 'Principal' }).waitFor()
  await tabTo('Principal')
  await press('Enter')
  await page.getByRole('combobox').waitFor()
  await tabTo('Find a person')
  await page.keyboard.type(name)
  await page.getByRole('option', { name }).waitFor()
  await press('Enter')

  await line(page, 2, teacher).waitFor()
  await tabTo('As of')
  await press('End', 'ArrowLeft')
  await expect.poll(() => slider(page).getAttribute('aria-valuetext')).toBe('31 March 2026')
  await tabTo(name)
  const down = async (to: string) => {
    for (let steps = 0; steps < 40 && !(await focused()).includes(to); steps++) await press('ArrowDown')
  }
  await down(teacher)
  await press('ArrowRight')
  await line(page, 3, 'Plan 2024-S1').waitFor()
  await press('ArrowRight')
  await down('Plan 2024-S1')
  await press('ArrowRight', 'ArrowRight')
  expect(await focused()).toContain('Observation 1')
  await page.getByRole('complementary').getByText('Completed · Selesai').waitFor()
  await press('ArrowLeft', 'ArrowLeft')
  expect(await line(page, 4, 'Observation 1').count()).toBe(0)
  expect(await focused()).toContain('Plan 2024-S1')
})

test('a long list below is shown a page at a time, and somebody else is put in the middle', async () => {
  const { nodes } = await operator.supervisors({ filter: { position: ['PRINCIPAL'] }, first: 100 })
  const sized = await Promise.all(
    nodes.map(async ({ id, person }) => ({ id, person, ...(await operator.subordinates({ assignment: id })) })),
  )
  const large = sized.find(({ totalCount }) => totalCount > 12)
  if (!large) throw new Error('the sample has no principal of more than 12')
  const page = await open(`${explore}#person/${large.id}`)
  await become(page, 'Operator')
  const below = page.locator('[role=treeitem].person[aria-level="2"]')
  await expect.poll(() => below.count()).toBe(12)
  await line(page, 2, `${large.totalCount - 12} more`).click()
  await expect.poll(() => below.count()).toBe(large.totalCount)

  await below.last().click()
  const last = large.nodes.at(-1)
  await page.getByRole('button', { name: 'Put in the middle' }).click()
  await expect.poll(() => new URL(page.url()).hash).toBe(`#person/${last?.id}`)
  await line(page, 1, large.person.name).waitFor()
})

test('strangers are asked to sign in, analysts are told why they see nobody', async () => {
  const page = await open(explore)
  await page.getByRole('heading', { name: 'Who stands above, who below?' }).waitFor()
  await page.getByText('Sign in (top right)').waitFor()
  expect(await violations(page)).toEqual([])
  await become(page, 'Analyst')
  await page.getByText('You see no people').waitFor()
})

test('what cannot be shown says what to do', async () => {
  const unknown = 'asg_00000000-0000-7000-8000-000000000000'
  const page = await open(`${explore}#person/${unknown}`)
  await become(page, 'Operator')
  const alert = page.getByRole('alert')
  await alert.getByText('or you may not see it').waitFor()
  expect(await violations(page)).toEqual([])

  await page.goto(explore)
  await page.getByRole('combobox').fill('nobody is called so')
  await page
    .locator('.found')
    .getByText(/^Nobody whom you may see on 1 April 2026/)
    .waitFor()
  await page.context().setOffline(true)
  await page.getByRole('combobox').fill('sek')
  await alert.getByText('The server does not answer').waitFor({ timeout: 20_000 })
  await page.context().setOffline(false)
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByRole('option').first().waitFor()
})

test('on a small screen there is the list, and the drawing on demand', async () => {
  const page = await open(explore, { viewport: sizes.narrow })
  await become(page, 'Teacher')
  await page
    .getByRole('main')
    .getByRole('button', { name: persona('teacher').name })
    .click()
  await line(page, 1, persona('principal').name).waitFor()
  const drawing = page.locator('.paper')
  expect(await drawing.isVisible()).toBe(false)
  await picture(page, 'explore-person')
  await page.getByRole('button', { name: 'Show as a drawing' }).click()
  expect(await drawing.isVisible()).toBe(true)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(sizes.narrow.width)
  expect(await violations(page)).toEqual([])
})

test('the drawing shows what the list shows, and is worked with a pointer', async () => {
  const { ids } = persona('principal')
  const page = await open(`${explore}#person/${ids['asg']}`, { colorScheme: 'dark' })
  await become(page, 'Operator')
  const card = (name: string) => page.locator('.box', { hasText: name }).first()
  await card('Plan 2024-S1').click()
  await card('Observation 1').click()
  await page.getByRole('complementary').getByRole('heading', { name: 'Observation 1' }).waitFor()
  expect(await page.locator('.box').count()).toBe(await page.getByRole('treeitem').count())
  await picture(page, 'explore-dark')
  expect(await violations(page)).toEqual([])
})

test('the schema is drawn, a type tells what it is with its Indonesian term, and is loaded only then', async () => {
  const page = await open(explore)
  const loaded: number[] = []
  page.on('response', (response) => loaded.push(Number(response.headers()['content-length'] ?? 0)))
  const large = () => loaded.filter((bytes) => bytes > 400_000)
  await page.reload()
  await page.getByText('Sign in (top right)').waitFor()
  expect(large()).toEqual([])
  await page.getByRole('link', { name: 'Schema', exact: true }).click()
  await page.getByText('School', { exact: true }).first().click()
  await page.getByText('Satuan pendidikan').first().waitFor()
  expect(large()).not.toEqual([])
  await picture(page, 'explore-schema')
  // the library gives its choice of a root and the button that empties its search no names
  expect(await violations(page, ['.MuiSelect-select', '.MuiIconButton-colorPrimary'])).toEqual([])
})

test('the schema is drawn again with another setting, after another view, and on another visit', async () => {
  const page = await open(`${explore}#schema`)
  const fields = page.locator('svg .field')
  await fields.first().waitFor()
  const all = await fields.count()
  const leaves = page.getByLabel('Show leaf fields')
  await leaves.uncheck()
  await expect.poll(() => fields.count()).toBeLessThan(all)
  await leaves.check()
  await expect.poll(() => fields.count()).toBe(all)
  await page.getByRole('link', { name: 'People' }).click()
  await page.getByRole('link', { name: 'Schema', exact: true }).click()
  await expect.poll(() => fields.count()).toBe(all)
  await page.reload()
  await expect.poll(() => fields.count()).toBe(all)
})
