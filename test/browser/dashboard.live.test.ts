import { expect, test } from 'vitest'
import { clientOf } from '../support.ts'
import { picture, violations } from './browser.ts'
import { look, office, rowsOf, sdkOf } from './dashboard.ts'

test('a plan that is handed in elsewhere is counted without a reload', async () => {
  const page = await look({ who: 'PRINCIPAL', period: '2026' })
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
  const page = await look({ period: '2026' })
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
  const page = await look({ who: 'ANALYST' })
  await page.locator('.hearing.polling').waitFor()
  const again = page.waitForRequest((request) => request.postData()?.includes('analytics') ?? false)
  await page.clock.fastForward(60_000)
  await again
})

test('without a connection the last numbers stay, with their time', async () => {
  const page = await look()
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
  const page = await look()
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
