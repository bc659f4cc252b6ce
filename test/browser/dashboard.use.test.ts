import { expect, test } from 'vitest'
import { open, picture, sizes, violations } from './browser.ts'
import { dashboardAddress, look, office, period, sdkOf } from './dashboard.ts'

test.for([
  ['wide', 'light', 'en'],
  ['wide', 'dark', 'id'],
  ['narrow', 'light', 'id'],
  ['narrow', 'dark', 'en'],
] as const)('axe-core finds nothing: %s, %s, %s', async ([size, colorScheme, locale]) => {
  const page = await look({ viewport: sizes[size], colorScheme, locale })
  expect(await page.locator('html').getAttribute('lang')).toBe(locale)
  await page.locator('.chart svg').nth(2).waitFor()
  await picture(page, `dashboard-${colorScheme}-${locale}`)
  const wide = await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)
  expect(wide, 'nothing sticks out').toBe(true)
  for (const button of await page.locator('figcaption button').all()) await button.click()
  expect(await violations(page)).toEqual([])
  await page.locator('#behind .pick').first().click()
  await page.locator('mark').waitFor()
  expect(await violations(page)).toEqual([])
})

test('the keyboard alone is enough', async () => {
  const page = await look()
  // what is still to come would stand between the stops
  await expect.poll(() => page.locator('.skeleton').count()).toBe(0)
  const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim())
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  await page.keyboard.press('Tab')
  expect(await focused()).toBe('Skip to content')
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('content')
  /** Goes on to what has a text, as far as it may be. */
  const tabTo = async (text: RegExp) => {
    for (let steps = 0; steps < 60; steps++) {
      await page.keyboard.press('Tab')
      if (text.test((await focused()) ?? '')) return
    }
    throw new Error(`Tab does not come to ${text}`)
  }
  await tabTo(/^Show table$/)
  await page.keyboard.press('Enter')
  expect(await focused()).toBe('Hide table')
  await page.getByRole('table', { name: /^Handed in, cumulative/ }).waitFor()
  await tabTo(/^SD Negeri/)
  await page.keyboard.press('Space')
  await page.getByRole('button', { pressed: true, name: /^SD Negeri/ }).waitFor()
  const head = await sdkOf('OFFICE_HEAD')
  const [first] = (await head.unplanned({ period, office })).nodes
  await page.getByRole('group', { name: 'Not handed in' }).focus()
  await tabTo(new RegExp(`^${first?.school?.name}$`))
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').locator('mark').waitFor()
  await page.keyboard.press('Escape')
  expect(await focused()).toBe(first?.school?.name)
})

test('language and appearance are those of the browser until others are chosen, and stay', async () => {
  const page = await look({ locale: 'id-ID', colorScheme: 'dark' })
  const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
  const dark = await ground()
  await page.getByRole('heading', { name: 'Kemajuan perencanaan' }).waitFor()
  await page.getByRole('button', { name: 'EN' }).click()
  await page.getByLabel('Appearance').selectOption('light')
  expect(await ground()).not.toBe(dark)
  await page.reload()
  await page.getByRole('heading', { name: 'Progress of planning' }).waitFor()
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
  expect(await ground()).not.toBe(dark)
})

test('a session that has ended asks to sign in again', async () => {
  const page = await look()
  await page.evaluate(() => sessionStorage.setItem('kinerja.token', 'of yesterday'))
  await page.reload()
  await page.getByRole('alert').getByText('Your session has ended. Please sign in again.').waitFor()
  expect(await violations(page)).toEqual([])
})

test('a developer becomes whom he likes; who watches over nobody is told that there is nothing', async () => {
  const page = await open(new URL('?period=2024-S1', await dashboardAddress()).href)
  await page.getByRole('button', { name: /^Teacher/ }).waitFor()
  expect(await violations(page)).toEqual([])
  await picture(page, 'dashboard-sign-in')
  await page.getByRole('button', { name: /^Teacher/ }).click()
  // all of them come at once
  await page.locator('.part').first().waitFor()
  for (const part of await page.locator('.part').all())
    await part.getByText('There are no figures for you here.').waitFor()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByRole('button', { name: /^Office/ }).click()
  await page.locator('.numbers').waitFor()
})

test('on paper there are all charts and their tables, and nothing to press', async () => {
  const page = await look({ colorScheme: 'dark' })
  await page.locator('.chart svg').nth(2).waitFor()
  await page.emulateMedia({ media: 'print' })
  for (const table of ['Plans by points', 'Distribution of predicates'])
    expect(await page.getByRole('table', { name: table }).isVisible(), table).toBe(true)
  for (const control of ['Print', 'Show table', 'Sign out'])
    expect(await page.getByRole('button', { name: control }).count(), control).toBe(0)
})
