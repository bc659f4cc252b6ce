import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** What of GraphiQL itself axe-core finds fault with: tabs hold buttons, small ones; the explorer's choice of an operation has no name. */
export const graphiql = ['.graphiql-tab', '.graphiql-explorer-actions']

/** Whom the page's list of people names how. */
export const people = {
  office: 'Office head',
  inspector: 'Inspector',
  principal: 'Principal',
  teacher: 'Teacher',
  analyst: 'Analyst',
  operator: 'Operator',
  application: 'District app',
} as const

/** The playground with somebody signed in, and its editor ready. */
export async function become(page: Page, who: keyof typeof people): Promise<void> {
  await page.locator('.who').click()
  await page.getByRole('button', { name: new RegExp(`^${people[who]}`) }).click()
  await page.locator('.who', { hasText: people[who] }).waitFor()
  await page.locator('.graphiql-query-editor .view-lines').waitFor()
}

/** Opens an operation of the collection in a tab of its own. */
export async function openSaved(page: Page, name: string): Promise<void> {
  const search = page.getByRole('searchbox', { name: 'Search operations' })
  if (!(await search.isVisible())) await page.getByRole('button', { name: 'Show Saved operations' }).click()
  await search.fill(name)
  await page.locator('.plugin .open', { has: page.getByText(name, { exact: true }) }).click()
  await expect.poll(() => textOf(page, 'operation.graphql')).toContain(` ${name}`)
}

type Part = 'operation.graphql' | 'variables.json' | 'response.json'

interface Model {
  readonly uri: { readonly path: string }
  getValue(): string
  setValue(text: string): void
}

declare global {
  var __MONACO: { readonly editor: { getModels(): Model[] } }
}

/** What stands in a part of the editor. */
export const textOf = (page: Page, part: Part): Promise<string> =>
  page.evaluate(
    (end) =>
      __MONACO.editor
        .getModels()
        .find(({ uri }) => uri.path.endsWith(end))
        ?.getValue() ?? '',
    part,
  )

/** Writes a document and its variables into the editor. */
export const write = (page: Page, document: string, variables: object = {}): Promise<void> =>
  page.evaluate(
    (texts) => {
      for (const [end, text] of Object.entries(texts))
        __MONACO.editor
          .getModels()
          .find(({ uri }) => uri.path.endsWith(end))
          ?.setValue(text)
    },
    { 'operation.graphql': document, 'variables.json': JSON.stringify(variables) },
  )

/** Asks what stands in the editor, when it is there: before, GraphiQL hears nothing. */
export async function execute(page: Page): Promise<void> {
  for (const editor of ['.graphiql-query-editor', '.result-window'])
    await page.locator(`${editor} .view-lines`).waitFor({ state: 'attached' })
  await page.getByRole('button', { name: /^Execute query/ }).click()
}

/** The answer, when it is there. */
export async function answerOf(page: Page): Promise<{ data?: Record<string, unknown>; errors?: unknown[] }> {
  await expect.poll(() => textOf(page, 'response.json')).toMatch(/\{/)
  return JSON.parse(await textOf(page, 'response.json'))
}

/** Turns to another view of the answer. */
export const look = (page: Page, view: 'JSON' | 'Table' | 'Chart' | 'Tree' | 'Events'): Promise<void> =>
  page.getByRole('button', { name: view, exact: true }).click()
