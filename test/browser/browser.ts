import { mkdir } from 'node:fs/promises'
import axe from 'axe-core'
import { type Browser, type BrowserContextOptions, chromium as driver, type Page } from 'playwright-core'
import { afterAll, expect, inject, onTestFinished } from 'vitest'
import { server } from '../support.ts'
import { chromium } from './chromium.ts'
import { today } from './today.ts'

let started: Promise<Browser> | undefined

/** The browser that the tests of a file share. */
function browser(): Promise<Browser> {
  started ??= driver.launch({ ...(chromium && { executablePath: chromium }), args: ['--no-sandbox'] })
  return started
}

afterAll(async () => (await started)?.close())

/** The server that the tests of a file share, with the sample and its story, on the day of these tests. */
export const toldServer = () => server({ clock: () => today, dataDirectory: inject('toldFiles') })

/** Widths that everything is looked at in. */
export const sizes = { wide: { width: 1280, height: 800 }, narrow: { width: 390, height: 844 } } as const

/** A page of its own. When the test ends, it must have loaded nothing from elsewhere, and have nothing to complain of. */
export async function open(url: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await (await browser()).newContext({
    viewport: sizes.wide,
    reducedMotion: 'reduce',
    locale: 'en',
    ...options,
  })
  await context.clock.setSystemTime(today)
  const page = await context.newPage()
  const { host } = new URL(url)
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.stack ?? String(error)))
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('request', (request) => {
    const asked = new URL(request.url())
    if (asked.protocol.startsWith('http') && asked.host !== host) complaints.push(`asked ${asked.host}`)
  })
  onTestFinished(async () => {
    await context.close()
    expect(complaints.filter((text) => !expected.some((pattern) => pattern.test(text)))).toEqual([])
  })
  await page.goto(url)
  return page
}

// what a browser says by itself of an answer that the page deals with
const expected = [
  /^Failed to load resource: (the server responded with a status of 4\d\d|net::ERR_(INTERNET_DISCONNECTED|CONNECTION_REFUSED))/,
]

/** Writes what is seen to `.screenshots`, named by the width. */
export async function picture(page: Page, name: string): Promise<void> {
  await mkdir('.screenshots', { recursive: true })
  await page.screenshot({ path: `.screenshots/${name}-${page.viewportSize()?.width}.png` })
}

interface Violation {
  readonly id: string
  readonly nodes: readonly { readonly target: unknown; readonly failureSummary?: string }[]
}

/** What axe-core finds against WCAG 2.2 AA on the page as it is, leaving out what is not ours. */
export async function violations(page: Page, except: readonly string[] = []): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const found = (await page.evaluate(
    ([exclude]) =>
      (window as unknown as { axe: typeof import('axe-core') }).axe.run({ exclude: [...(exclude ?? [])] } as never, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      }),
    [except.map((selector) => [selector])] as const,
  )) as { violations: Violation[] }
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${JSON.stringify(target)} ${failureSummary ?? ''}`),
  )
}
