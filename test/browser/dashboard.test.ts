import { afterAll, beforeAll, expect, test } from 'vitest'
import { label, Predicate } from '../../sdk/entry/labels.ts'
import type { AnalyticsDimension } from '../../sdk/index.ts'
import { clientOf } from '../support.ts'
import { open, picture, sizes, toldServer, violations } from './browser.ts'
import { look, office, rowsOf, sdkOf } from './dashboard.ts'
import { startDashboard } from './start-dashboard.ts'

let dashboard: Awaited<ReturnType<typeof startDashboard>>

// the first time, its packages are installed
beforeAll(async () => {
  dashboard = await startDashboard((await toldServer()).url)
}, 180_000)

afterAll(() => dashboard.stop())

const period = '2024-S1'

/** What the API counts for the head of the office. */
async function cellsOf(...by: AnalyticsDimension[]) {
  const head = await sdkOf('OFFICE_HEAD')
  return head.analytics({ periods: [period], by, office, first: 1_000 }).toArray({ limit: 10_000 })
}

/** The count of the only cell that fits, as the page writes it. */
const counted = <Cell extends { count: number | null }>(cells: readonly Cell[], fits: (cell: Cell) => boolean) =>
  String(cells.filter(fits).reduce((sum, { count }) => sum + (count ?? Number.NaN), 0))

const stages = ['AGREED', 'SUBMITTED', 'DRAFTED', 'MISSING'] as const

test('the numbers at a glance are those of the API', async () => {
  const page = await look(dashboard.address)
  const shown = () =>
    page
      .locator('.numbers > div')
      .evaluateAll((all) =>
        Object.fromEntries(
          all.map((one) => [one.querySelector('dt')?.textContent, one.querySelector('dd')?.textContent]),
        ),
      )
  const cells = await cellsOf('STATUS')
  const head = await sdkOf('OFFICE_HEAD')
  const late = (await head.plans({ filter: { period, office, late: true } })).totalCount
  await expect.poll(shown).toMatchObject({
    'Expected to plan': counted(cells, () => true),
    'Handed in': counted(cells, ({ status }) => status === 'AGREED' || status === 'SUBMITTED'),
    Agreed: counted(cells, ({ status }) => status === 'AGREED'),
    Missing: counted(cells, ({ status }) => status === 'MISSING'),
    Late: String(late),
  })
})

test('planning by school and by day is what the API says, for all schools and for one', async () => {
  const page = await look(dashboard.address)
  const [bySchool, days] = await Promise.all([cellsOf('SCHOOL', 'STATUS'), cellsOf('SCHOOL', 'DAY')])
  const rows = await rowsOf(page, 'By school')
  const schools = [...new Set(bySchool.map(({ school }) => school?.name ?? ''))]
  expect(Object.keys(rows).toSorted()).toEqual(schools.toSorted())
  for (const [name, [, ...cells]] of Object.entries(rows)) {
    const own = bySchool.filter(({ school }) => school?.name === name)
    expect(cells, name).toEqual([
      ...stages.map((stage) => counted(own, ({ status }) => status === stage)),
      counted(own, () => true),
    ])
  }
  /** Each day with what came in on it and up to it. */
  const cumulative = (school?: string) => {
    const own = days.filter((cell) => cell.day !== null && (!school || cell.school?.name === school))
    const each = [...new Set(own.map(({ day }) => day ?? ''))].toSorted()
    return each.map((day) => [
      counted(own, (cell) => cell.day === day),
      counted(own, (cell) => (cell.day ?? '') <= day),
    ])
  }
  const byDay = async () => Object.values(await rowsOf(page, /^Handed in, cumulative/))
  expect(await byDay()).toEqual(cumulative())
  const [school = ''] = schools
  await page.getByRole('button', { name: school, exact: true }).first().click()
  await page.getByRole('heading', { name: `Handed in, cumulative by day: ${school}` }).waitFor()
  expect(await byDay()).toEqual(cumulative(school))
})

test('indicators, points and observation are what the API says', async () => {
  const page = await look(dashboard.address)
  const [indicators, points, observation] = await Promise.all([
    cellsOf('INDICATOR', 'LABEL'),
    cellsOf('POINTS'),
    cellsOf('SCHOOL', 'OBSERVATION'),
  ])
  const heat = await rowsOf(page, 'Chosen indicators and report card')
  expect(Object.keys(heat).length).toBeGreaterThan(3)
  for (const [name, cells] of Object.entries(heat)) {
    const own = indicators.filter(({ indicator }) => indicator?.nameEnglish === name)
    const labels = [...(['KURANG', 'SEDANG', 'BAIK'] as const), null]
    expect(cells, name).toEqual([
      ...labels.map((each) => counted(own, (cell) => cell.label === each)),
      counted(own, () => true),
    ])
  }
  const steps = await rowsOf(page, 'Plans by points')
  const planned = Object.entries(steps).filter(([, [count]]) => count !== '0')
  expect(planned.map(([step, [count]]) => [Number(step.split('–')[0]), Number(count)])).toEqual(
    points.filter((cell) => cell.points !== null).map((cell) => [cell.points, cell.count]),
  )
  const drawn = page.locator('#points svg g[aria-label=text]').first()
  expect(await drawn.textContent()).toBe(planned.map(([, [count]]) => count).join(''))
  for (const [step, [, remark]] of Object.entries(steps)) {
    const least = Number(step.split('–')[0])
    expect(remark, step).toBe(least < 32 || least > 128 ? 'outside the recommendation' : '')
  }
  for (const [name, [, ...cells]] of Object.entries(await rowsOf(page, 'Coverage of observation'))) {
    const own = observation.filter((cell) => cell.school?.name === name && cell.observation !== null)
    const shown = (['CONCLUDED', 'OBSERVED', 'BEGUN', 'NONE'] as const).map((stage) =>
      counted(own, (cell) => cell.observation === stage),
    )
    expect(cells, name).toEqual([...shown, counted(own, () => true)])
  }
})

test('predicates are held against the pattern of each grade, as the API holds them', async () => {
  const page = await look(dashboard.address)
  const head = await sdkOf('OFFICE_HEAD')
  for (const grade of ['GOOD', 'EXCELLENT'] as const) {
    const { shares, clauses, fits } = await head.previewDistribution({ office, period, grade })
    await page.getByLabel("If the organisation's predicate is").selectOption(grade)
    await page.getByText(clauses[0]?.english ?? '', { exact: true }).waitFor()
    const rows = await rowsOf(page, 'Distribution of predicates')
    expect(Object.entries(rows).map(([name, [count]]) => [name, count])).toEqual(
      shares.map(({ predicate, count }) => [label(Predicate, predicate, 'en'), String(count)]),
    )
    const drawn = page.locator('#predicates svg g[aria-label=text]')
    expect(await drawn.textContent()).toBe(
      Object.values(rows)
        .map(([, share]) => share)
        .join(''),
    )
    expect(await page.locator('.clauses li').allTextContents()).toEqual(
      clauses.map(({ english, holds }) => expect.stringMatching(`^${english}.*${holds ? ' holds' : 'does not hold'}$`)),
    )
    expect(await page.locator('.verdict').textContent()).toBe(
      fits ? 'Fits the pattern' : 'Does not fit the pattern yet',
    )
  }
})

test('from who is missing one comes to the tree that he stands in', async () => {
  const page = await look(dashboard.address)
  const head = await sdkOf('OFFICE_HEAD')
  const missing = await head.unplanned({ period, office }).toArray({ limit: 100 })
  expect(Object.keys(await rowsOf(page, 'Not handed in'))).toEqual(missing.map(({ person }) => person.name))
  const [first] = missing
  const row = page.getByRole('row', { name: first?.person.name ?? '' })
  await row.getByRole('button').click()
  const dialog = page.getByRole('dialog', { name: first?.school?.name ?? '' })
  await dialog.locator('mark').waitFor()
  expect(await dialog.locator('mark').textContent()).toContain(first?.person.name)
  const principal = (await head.school({ id: first?.school?.id ?? '' }))?.principal
  const tree = principal && (await head.tree({ root: principal.id }))
  expect(await dialog.getByRole('listitem').count()).toBe(tree?.size)
  await picture(page, 'dashboard-tree')
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
})

test('a plan that is handed in elsewhere is counted without a reload', async () => {
  const page = await look(dashboard.address, { who: 'PRINCIPAL', period: '2026' })
  await page.locator('.hearing.open').waitFor()
  const status = async () => (await rowsOf(page, 'By school'))[school]?.slice(1)
  const principal = await sdkOf('PRINCIPAL')
  const [draft] = (await principal.plans({ filter: { period: '2026', status: ['DRAFT'] } })).nodes
  const school = draft?.assignment.school?.name ?? ''
  const [agreed, submitted, drafted, missing, expected] = ((await status()) ?? []).map(Number)
  const teacher = await clientOf({ role: 'PERSON', person: draft?.assignment.person.id.replace('per_', '') ?? '' })
  await teacher.submitPlan({ input: { plan: draft?.id ?? '', version: draft?.version ?? 0 } })
  const after = [agreed, (submitted ?? 0) + 1, (drafted ?? 0) - 1, missing, expected].map(String)
  await expect.poll(status).toEqual(after)
  expect(await page.getByRole('status').textContent()).toMatch(/^Plan handed in, .*: figures updated\.$/)
})

test('the head of the office sees what changes at his schools, though nobody tells him', async () => {
  const page = await look(dashboard.address, { period: '2026' })
  await page.locator('.hearing.open').waitFor()
  const head = await sdkOf('OFFICE_HEAD')
  const drafts = await head.plans({ filter: { period: '2026', office, status: ['DRAFT'] } }).toArray({ limit: 50 })
  const draft = drafts.find(({ assignment }) => assignment.position === 'TEACHER')
  const school = draft?.assignment.school?.name ?? ''
  const drafted = async () => (await rowsOf(page, 'By school'))[school]?.[3]
  const before = Number(await drafted())
  const teacher = await clientOf({ role: 'PERSON', person: draft?.assignment.person.id.replace('per_', '') ?? '' })
  await teacher.submitPlan({ input: { plan: draft?.id ?? '', version: draft?.version ?? 0 } })
  await expect.poll(drafted).toBe(String(before - 1))
  await teacher.withdrawPlan({ input: { plan: draft?.id ?? '', version: (draft?.version ?? 0) + 1 } })
  await expect.poll(drafted).toBe(String(before))
})

test('analysts are not told: all is read again each minute', async () => {
  const page = await look(dashboard.address, { who: 'ANALYST' })
  await page.locator('.hearing.polling').waitFor()
  const again = page.waitForRequest((request) => request.postData()?.includes('analytics') ?? false)
  await page.clock.fastForward(60_000)
  await again
})

test('analysts are told what is withheld, and never that it is nothing', async () => {
  const page = await look(dashboard.address, { who: 'ANALYST' })
  const analyst = await sdkOf('ANALYST')
  const cells = await analyst.analytics({ periods: [period], by: ['SCHOOL', 'STATUS'], office, first: 1_000 })
  const rows = await rowsOf(page, 'By school')
  expect(cells.nodes.some(({ withheld }) => withheld)).toBe(true)
  for (const [name, [, ...shown]] of Object.entries(rows)) {
    const own = cells.nodes.filter(({ school }) => school?.name === name)
    const told = stages.map((stage) => own.find(({ status }) => status === stage)?.count)
    const some = own.some(({ withheld }) => withheld)
    expect(shown.slice(0, 4), name).toEqual(told.map((count) => String(count ?? (some ? 'withheld' : 0))))
  }
  await page.getByText('Analysts do not see single people.').waitFor()
  await picture(page, 'dashboard-analyst')
})

test.for([
  ['wide', 'light', 'en'],
  ['wide', 'dark', 'id'],
  ['narrow', 'light', 'id'],
  ['narrow', 'dark', 'en'],
] as const)('axe-core finds nothing: %s, %s, %s', async ([size, colorScheme, locale]) => {
  const page = await look(dashboard.address, { viewport: sizes[size], colorScheme, locale })
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
  const page = await look(dashboard.address)
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
  const page = await look(dashboard.address, { locale: 'id-ID', colorScheme: 'dark' })
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

test('without a connection the last numbers stay, with their time', async () => {
  const page = await look(dashboard.address)
  const numbers = page.locator('.numbers')
  // some come later than others
  await expect.poll(() => numbers.textContent()).not.toContain('…')
  const before = await numbers.textContent()
  await page.context().setOffline(true)
  await page.getByText(/^Not connected\. You see the data of 1 Apr 2026, \d\d:\d\d\.$/).waitFor()
  expect(await numbers.textContent()).toBe(before)
  expect(await violations(page)).toEqual([])
  await picture(page, 'dashboard-offline')
  await page.context().setOffline(false)
  await page.getByText(/^Not connected/).waitFor({ state: 'detached' })
})

test('what fails says what to do, and is there after another try', async () => {
  const page = await look(dashboard.address)
  const broken = JSON.stringify({
    errors: [{ message: 'broken', extensions: { code: 'INTERNAL', requestId: '0-broken' } }],
  })
  await page.route('**/graphql', async (route) => {
    const asksForPoints = /"by":\["POINTS"\]/.test(route.request().postData() ?? '')
    if (asksForPoints) await route.fulfill({ contentType: 'application/json', body: broken })
    else await route.continue()
  })
  await page.reload()
  const failure = page.locator('#points').getByRole('alert')
  await failure.getByText('Something went wrong on our side').waitFor()
  await page.locator('#observation table').waitFor()
  expect(await violations(page)).toEqual([])
  await failure.scrollIntoViewIfNeeded()
  await picture(page, 'dashboard-failure')
  await page.unroute('**/graphql')
  await failure.getByRole('button', { name: 'Try again' }).click()
  await page.locator('#points .chart').waitFor()
})

test('a session that has ended asks to sign in again', async () => {
  const page = await look(dashboard.address)
  await page.evaluate(() => sessionStorage.setItem('kinerja.token', 'of yesterday'))
  await page.reload()
  await page.getByRole('alert').getByText('Your session has ended. Please sign in again.').waitFor()
  expect(await violations(page)).toEqual([])
})

test('a developer becomes whom he likes; who watches over nobody is told that there is nothing', async () => {
  const page = await open(new URL('?period=2024-S1', dashboard.address).href)
  await page.getByRole('button', { name: /^Teacher/ }).waitFor()
  expect(await violations(page)).toEqual([])
  await picture(page, 'dashboard-sign-in')
  await page.getByRole('button', { name: /^Teacher/ }).click()
  for (const part of await page.locator('.part').all())
    await part.getByText('There are no figures for you here.').waitFor()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByRole('button', { name: /^Office/ }).click()
  await page.locator('.numbers').waitFor()
})

test('on paper there are all charts and their tables, and nothing to press', async () => {
  const page = await look(dashboard.address, { colorScheme: 'dark' })
  await page.locator('.chart svg').nth(2).waitFor()
  await page.emulateMedia({ media: 'print' })
  for (const table of ['Plans by points', 'Distribution of predicates'])
    expect(await page.getByRole('table', { name: table }).isVisible(), table).toBe(true)
  for (const control of ['Print', 'Show table', 'Sign out'])
    expect(await page.getByRole('button', { name: control }).count(), control).toBe(0)
})
