import { expect, test } from 'vitest'
import { open, picture, toldServer, violations } from './browser.ts'

test('a browser is shown the playground where programs ask', async () => {
  const { url } = await toldServer()
  const page = await open(url)
  await page.getByRole('button', { name: /Execute query/ }).waitFor()
  await picture(page, 'playground')
  expect(await violations(page)).toEqual(expect.any(Array))
})
