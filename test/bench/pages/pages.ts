import { type Browser, type BrowserContext, chromium as driver } from 'playwright-core'
import { buildPlayground } from '../../../playground/build.ts'
import type { WaysIn } from '../../../server/playground/ways-in.ts'
import { chromium } from '../../browser/chromium.ts'
import { startDashboard } from '../../browser/start-dashboard.ts'
import { startChild } from '../servers/child.ts'

/** A page, and what is to be seen of it before it can be worked with. */
interface View {
  readonly title: string
  readonly address: string
  readonly seen: string
  /** Milliseconds that the median first view may take. */
  readonly most: number
}

/** How long it took until a page was seen, in milliseconds: the first time, and when it was loaded again. */
export interface Seen {
  readonly view: View
  readonly first: readonly number[]
  readonly again: readonly number[]
}

/** Opens the pages as the head of an office does, each time in a browser that has never seen them. */
export async function measurePages(rounds: number): Promise<Seen[]> {
  await buildPlayground()
  // as `npm start` starts it, with its sample
  const environment = { NODE_ENV: '', DATA_DIR: '.data/bench/told' }
  const server = await startChild(['--import', 'tsx', 'server/main.ts'], environment)
  const dashboard = await startDashboard(server.url.href)
  const browser = await driver.launch({ ...(chromium && { executablePath: chromium }), args: ['--no-sandbox'] })
  try {
    const token = await tokenOf(server.url.href)
    const views: View[] = [
      { title: 'the playground', address: server.url.href, seen: '.monaco-editor .view-line', most: 1_500 },
      { title: 'the explorer', address: new URL('/explore', server.url).href, seen: '[role=combobox]', most: 1_500 },
      { title: "the dashboard's numbers", address: dashboard.address, seen: '#summary .numbers', most: 2_000 },
      { title: "the dashboard's first chart", address: dashboard.address, seen: '#progress svg', most: 2_000 },
    ]
    const all: Seen[] = []
    for (const view of views) all.push(await measure(browser, view, token, rounds))
    return all
  } finally {
    await browser.close()
    await dashboard.stop()
    await server.stop()
  }
}

async function measure(browser: Browser, view: View, token: string, rounds: number): Promise<Seen> {
  const first: number[] = []
  const again: number[] = []
  // the first browser of all finds the files cold, too
  for (let round = 0; round <= rounds; round++) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
    try {
      await context.addInitScript((bearer) => {
        sessionStorage.setItem('kinerja.token', bearer)
        sessionStorage.setItem(
          'kinerja.session',
          JSON.stringify({ persona: 'person', name: '', place: null, token: bearer, ids: {} }),
        )
      }, token)
      const times = [await timeOf(context, view), await timeOf(context, view)] as const
      if (round > 0) {
        first.push(times[0])
        again.push(times[1])
      }
    } finally {
      await context.close()
    }
  }
  return { view, first: first.toSorted((a, b) => a - b), again: again.toSorted((a, b) => a - b) }
}

async function timeOf(context: BrowserContext, { address, seen }: View): Promise<number> {
  const page = await context.newPage()
  const began = performance.now()
  await page.goto(address, { waitUntil: 'commit' })
  await page.locator(seen).first().waitFor()
  const time = performance.now() - began
  await page.close()
  return time
}

async function tokenOf(url: string): Promise<string> {
  const { people } = (await (await fetch(new URL('/playground/people', url))).json()) as WaysIn
  const head = people.find(({ persona }) => persona === 'office')
  if (!head) throw new Error('there is no head of an office')
  return head.token
}
