import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll } from 'vitest'
import { signToken } from '../../server/access/token.ts'
import { toldOffice } from '../../server/sample/load.ts'
import { samplePeople } from '../../server/sample/people.ts'
import { clientOf, secret } from '../support.ts'
import { open, toldServer } from './browser.ts'
import { startDashboard } from './start-dashboard.ts'

export const office = `off_${toldOffice}`
export const period = '2024-S1'

type Who = Parameters<typeof signToken>[1]

/** Somebody of the sample by the position, or a role. */
async function whoIs(who: 'OFFICE_HEAD' | 'PRINCIPAL' | 'TEACHER' | 'ANALYST'): Promise<Who> {
  if (who === 'ANALYST') return { role: who }
  const { database } = await toldServer()
  const people = await samplePeople(database.pool)
  return { role: 'PERSON', person: people.find(({ position }) => position === who)?.person ?? '' }
}

/** The SDK in the same hands as the page. */
export const sdkOf = async (who: Parameters<typeof whoIs>[0]) => {
  await toldServer()
  return clientOf(await whoIs(who))
}

interface Look extends BrowserContextOptions {
  readonly who?: Parameters<typeof whoIs>[0]
  readonly period?: string
}

let started: ReturnType<typeof startDashboard> | undefined

afterAll(async () => (await started)?.stop())

/** Where the dashboard is that the tests of a file share. */
export async function dashboardAddress(): Promise<string> {
  const { url } = await toldServer()
  started ??= startDashboard(url, 'built')
  return (await started).address
}

/** The dashboard as somebody sees it who has signed in with a token. */
export async function look({ who = 'OFFICE_HEAD', period: chosen = period, ...options }: Look = {}): Promise<Page> {
  const page = await open(new URL(`?period=${chosen}&office=${office}`, await dashboardAddress()).href, options)
  await page.locator('#token').fill(await signToken(secret, await whoIs(who), 1))
  await page.locator('.token button').click()
  await page.locator('#summary :is(.numbers, .nothing)').waitFor()
  return page
}

/** The rows of a table as they are read: the name of each, and its cells. */
export async function rowsOf(page: Page, caption: string | RegExp): Promise<Record<string, string[]>> {
  const table = page.getByRole('table', { name: caption, includeHidden: true })
  await table.first().waitFor({ state: 'attached' })
  return table.first().evaluate((element) =>
    Object.fromEntries(
      [...element.querySelectorAll('tbody tr')].map((row) => {
        const [name, ...cells] = [...row.children].map((cell) => (cell.textContent ?? '').trim())
        return [name ?? '', cells]
      }),
    ),
  )
}
