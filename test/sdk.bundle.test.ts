import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { expect, test } from 'vitest'

/** Bundles for browsers, where an import of `node:…` fails. */
const bundle = async (program: string): Promise<{ text: string; gzipped: number }> => {
  const { outputFiles } = await build({
    stdin: { contents: program, resolveDir: import.meta.dirname, loader: 'ts' },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    write: false,
  })
  const [{ text } = { text: '' }] = outputFiles
  return { text, gzipped: gzipSync(text, { level: 9 }).length }
}

test('a program on the core holds the operations that it imports and no other', async () => {
  const { text } = await bundle(`
    import { createClient } from '../sdk/core.ts'
    import { teachersOperation } from '../sdk/generated/operations.ts'
    createClient({ url: '/graphql' }).run(teachersOperation).then(console.log)`)
  expect(text).toContain('query teachers(')
  expect(text.match(/query \w+/g)).toHaveLength(1)
  expect(text).not.toContain('parentId')
  expect(text).not.toContain('text/event-stream')
  const core = await bundle("export { createClient } from '../sdk/core.ts'")
  expect(core.gzipped).toBeLessThanOrEqual(3_000)
  const one = await bundle(`
    export { createClient } from '../sdk/core.ts'
    export { personOperation } from '../sdk/generated/operations.ts'`)
  expect(one.gzipped - core.gzipped).toBeLessThanOrEqual(500)
  expect(one.text).not.toContain('endCursor')
  const trees = await bundle(`
    export { createClient } from '../sdk/core.ts'
    export { pagesOf } from '../sdk/pages.ts'
    export { growTree } from '../sdk/growth.ts'`)
  expect(trees.gzipped).toBeLessThanOrEqual(4_000)
  const live = await bundle(`
    export { createClient } from '../sdk/core.ts'
    export { watch } from '../sdk/watch.ts'
    export { notifiedOperation, planChangedOperation } from '../sdk/generated/operations.ts'`)
  expect(live.gzipped).toBeLessThanOrEqual(4_500)
})

test('a program on the whole client runs in a browser and stays small', async () => {
  const { text, gzipped } = await bundle(`
    export * from '../sdk/index.ts'`)
  expect(text).not.toMatch(/["']node:/)
  expect(gzipped).toBeLessThanOrEqual(20_000)
})
