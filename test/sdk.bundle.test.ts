import { afterAll, beforeAll, expect, test } from 'vitest'
import { bundle, measure } from '../sdk/size/measure.ts'
import { installPackage } from './sdk/package.ts'

let installed: Awaited<ReturnType<typeof installPackage>>

beforeAll(async () => {
  installed = await installPackage()
})

afterAll(() => installed.remove())

test('a program on the core holds the operations that it imports and no other', async () => {
  const { text } = await bundle(
    installed.project,
    `import { createClient } from '@kinerja/sdk/core'
    import { teachersOperation } from '@kinerja/sdk/operations'
    createClient({ url: '/graphql' }).run(teachersOperation).then(console.log)`,
  )
  expect(text).toContain('query teachers(')
  expect(text.match(/query \w+/g)).toHaveLength(1)
  expect(text).not.toContain('parentId')
  expect(text).not.toContain('text/event-stream')
})

test('a program without lists holds nothing of them', async () => {
  const { text } = await bundle(
    installed.project,
    `export { createClient } from '@kinerja/sdk/core'
    export { personOperation } from '@kinerja/sdk/operations'`,
  )
  expect(text).not.toContain('endCursor')
})

test('the whole client runs in a browser', async () => {
  const { text } = await bundle(installed.project, "export * from '@kinerja/sdk'")
  expect(text).not.toMatch(/["']node:/)
})

test('what answers are invented from is for tests alone', async () => {
  const shape = /["']\[Assignment!\]!["']/
  const program =
    "export * from '@kinerja/sdk'; export * from '@kinerja/sdk/core'; export * from '@kinerja/sdk/operations'"
  expect((await bundle(installed.project, program)).text).not.toMatch(shape)
  const testing = await bundle(installed.project, "export * from '@kinerja/sdk/testing'")
  expect(testing.text).toMatch(shape)
  expect(testing.text).not.toMatch(/["']node:/)
})

test('nothing weighs more than its budget', async () => {
  const rows = await measure(installed.project)
  expect(rows.filter(({ bytes, most }) => bytes > most)).toEqual([])
  expect(rows.every(({ bytes }) => bytes > 0)).toBe(true)
})
