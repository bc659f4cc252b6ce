import { expect, onTestFinished, test } from 'vitest'
import { audience, startIssuer } from '../issuer.ts'
import { startServer } from '../support.ts'
import { open, picture, sizes, toldServer, violations } from './browser.ts'
import { answerOf, become, execute, graphiql, openSaved } from './workbench.ts'

test('in production one signs in at the issuer, comes back, and is who the token says', async () => {
  const told = await toldServer()
  const issuer = await startIssuer()
  onTestFinished(() => issuer.stop())
  const production = await startServer({
    beside: told,
    production: true,
    oidc: { issuer: issuer.url, audience, domains: ['example.id'] },
  })
  onTestFinished(() => production.stop())
  issuer.claim({ authorization_endpoint: new URL('/issuer', production.url).href })

  const page = await open(production.url)
  const asked = page.waitForRequest(/\/issuer\?/)
  await page.route(/\/issuer\?/, async (route) => {
    const { searchParams } = new URL(route.request().url())
    const [back, state, nonce] = ['redirect_uri', 'state', 'nonce'].map((name) => searchParams.get(name) ?? '') as [
      string,
      string,
      string,
    ]
    const { rows } = await told.database.pool.query(
      'select email from person where email is not null order by key limit 1',
    )
    const token = await issuer.sign({ nonce, name: 'Siti Aminah', email: rows[0].email })
    await route.fulfill({
      status: 302,
      headers: { location: `${back}#${new URLSearchParams({ state, id_token: token })}` },
    })
  })
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await asked
  await page.locator('.who', { hasText: 'Siti Aminah' }).waitFor()
  expect(new URL(page.url()).hash).toBe('')
  await execute(page)
  expect(await answerOf(page)).toMatchObject({ data: { viewer: { role: 'PERSON' } } })
  await page.reload()
  await page.locator('.who', { hasText: 'Siti Aminah' }).waitFor()
})

test('an answer that this window did not ask for signs nobody in, and is not left in the address', async () => {
  const { url } = await toldServer()
  const page = await open(`${url}#state=another&id_token=a.b.c`)
  await page.getByRole('alert').getByText('not begun in this window').waitFor()
  expect(new URL(page.url()).hash).toBe('')
  expect(await page.evaluate(() => sessionStorage.getItem('kinerja.session'))).toBeNull()
})

test.each(Object.entries(sizes))('the playground is usable and accessible on a %s screen', async (_name, viewport) => {
  const { url } = await toldServer()
  const page = await open(url, { viewport })
  await page.locator('.graphiql-query-editor .view-lines').waitFor()
  await page.locator('.who').click()
  await page.getByRole('heading', { name: 'Become somebody of the sample' }).waitFor()
  await picture(page, 'playground-people')
  expect(await violations(page, graphiql)).toEqual([])
  await page.keyboard.press('Escape')
  await become(page, 'principal')
  await openSaved(page, 'plans')
  await execute(page)
  await answerOf(page)
  await page.getByText(/points left/).waitFor()
  await picture(page, 'playground')
  expect(await violations(page, graphiql)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
})

test('in the dark, too', async () => {
  const { url } = await toldServer()
  const page = await open(url, { colorScheme: 'dark' })
  await become(page, 'principal')
  await execute(page)
  await answerOf(page)
  await page.getByText(/points left/).waitFor()
  await picture(page, 'playground-dark')
  expect(await violations(page, graphiql)).toEqual([])
})
