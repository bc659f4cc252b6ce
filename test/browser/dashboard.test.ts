import { expect, test } from 'vitest'
import { label, Predicate } from '../../sdk/entry/labels.ts'
import type { AnalyticsDimension } from '../../sdk/index.ts'
import { picture } from './browser.ts'
import { look, office, period, rowsOf, sdkOf } from './dashboard.ts'

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
  const page = await look()
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
  const page = await look()
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
  const page = await look()
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
  const page = await look()
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
  const page = await look()
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

test('analysts are told what is withheld, and never that it is nothing', async () => {
  const page = await look({ who: 'ANALYST' })
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
