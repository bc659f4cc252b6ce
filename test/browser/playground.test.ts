import { readFile } from 'node:fs/promises'
import { parse as parseCsv } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { open, picture, toldServer, violations } from './browser.ts'
import { answerOf, become, execute, graphiql, look, openSaved, people } from './workbench.ts'

const { url } = await toldServer()

test.each(Object.keys(people) as (keyof typeof people)[])(
  '%s signs in and is answered what is in the editor',
  async (who) => {
    const page = await open(url)
    await become(page, who)
    await execute(page)
    const { data, errors } = await answerOf(page)
    expect(errors).toBeUndefined()
    expect(data).toBeDefined()
    await expect
      .poll(() => page.getByRole('status').innerText())
      .toMatch(/\d+ ms.*points?\s.*of .* points left.*Request/s)
  },
)

test('a list is a table that is sorted by a click, bars, and a file for a spreadsheet', async () => {
  const page = await open(url)
  await become(page, 'office')
  await openSaved(page, 'planningBySchool')
  await execute(page)
  await answerOf(page)
  await look(page, 'Table')
  const schools = () => page.locator('.rows tbody td:nth-child(3)').allInnerTexts()
  const before = await schools()
  expect(before.length).toBeGreaterThan(3)
  await page.getByRole('button', { name: 'school.name' }).click()
  expect(await schools()).toEqual(before.toSorted())
  await page.getByRole('button', { name: 'school.name' }).click()
  expect(await schools()).toEqual(before.toSorted().reverse())
  expect(await page.locator('.rows th[aria-sort="descending"]').innerText()).toContain('school.name')
  await picture(page, 'playground-table')

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download CSV' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('planningBySchool.csv')
  const csv = await readFile(await download.path(), 'utf8')
  const records: Record<string, string>[] = parseCsv(csv, { bom: true, columns: true })
  expect(records.map((record) => record['school.name'])).toEqual(before)

  await look(page, 'Chart')
  await page.getByLabel('Length').selectOption('expected')
  const bars = await page.locator('.chart tbody tr').allTextContents()
  const expected = records.map((record) => `${record['school.name']}${record['expected']}`)
  expect(bars.toSorted()).toEqual(expected.toSorted())
  await picture(page, 'playground-chart')
  expect(await violations(page, graphiql)).toEqual([])
})

test('a tree is walked with the arrow keys', async () => {
  const page = await open(url)
  await become(page, 'office')
  await openSaved(page, 'supervisionTree')
  await execute(page)
  await answerOf(page)
  await look(page, 'Tree')
  const items = page.getByRole('treeitem')
  const closed = await items.count()
  await items.first().focus()
  await page.keyboard.press('ArrowLeft')
  expect(await items.count()).toBe(1)
  await page.keyboard.press('ArrowRight')
  expect(await items.count()).toBe(closed)
  const principal = page.getByRole('treeitem', { expanded: false }).first()
  const name = await principal.innerText()
  while ((await page.locator(':focus').innerText()) !== name) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  expect(await items.count()).toBeGreaterThan(closed)
  await page.keyboard.press('ArrowRight')
  expect(await page.locator(':focus').getAttribute('aria-level')).toBe('3')
  await page.keyboard.press('ArrowLeft')
  expect(await page.locator(':focus').innerText()).toContain(name.slice(1))
  await picture(page, 'playground-tree')
  expect(await violations(page, graphiql)).toEqual([])
})

test.each(['Documentation Explorer', 'GraphiQL Explorer', 'History'])(
  '%s is at hand, and accessible',
  async (panel) => {
    const page = await open(url)
    await become(page, 'teacher')
    await page.getByRole('button', { name: `Show ${panel}` }).click()
    await page.getByRole('button', { name: `Hide ${panel}` }).waitFor()
    expect(await violations(page, graphiql)).toEqual([])
  },
)
