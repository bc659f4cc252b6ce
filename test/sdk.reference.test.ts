import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as sdk from '../sdk/index.ts'
import { compile } from './compile.ts'

const directory = new URL('../sdk/reference/', import.meta.url)
const pages = readdirSync(directory).filter((file) => file !== 'README.md')
const textOf = (file: string) => readFileSync(new URL(file, directory), 'utf8')

test('each operation has a page, the index names each, and there is no page of what is gone', () => {
  const names = Object.values(sdk).flatMap((value) =>
    typeof value === 'object' && 'path' in value && 'text' in value ? [value.name] : [],
  )
  expect(pages.sort()).toEqual([...names, 'enums', 'errors'].map((name) => `${name}.md`).sort())
  for (const page of pages) expect(textOf('README.md')).toContain(`](${page})`)
})

test('every link leads somewhere', () => {
  const headings = new Set([...textOf('enums.md').matchAll(/^## (\w+)$/gm)].map(([, name]) => name?.toLowerCase()))
  for (const page of pages) {
    for (const [, anchor] of textOf(page).matchAll(/\(enums\.md#(\w+)\)/g)) expect(headings).toContain(anchor)
  }
})

test('every call on a page compiles', () => {
  const calls = pages.flatMap((page) => [...textOf(page).matchAll(/```ts\n([\s\S]*?)\n```/g)].map(([, call]) => call))
  expect(calls).toHaveLength(pages.length - 2)
  const program = `import type { Client } from '../sdk/index.ts'
    export const calls = (client: Client) => [${calls.map((call) => `async () => { ${call} }`).join(',\n')}]`
  expect(compile({ 'test/reference.ts': program })).toEqual([])
})
