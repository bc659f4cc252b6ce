import { readFile } from 'node:fs/promises'
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { installPackage } from './sdk/package.ts'

let installed: Awaited<ReturnType<typeof installPackage>>

const manifest = JSON.parse(await readFile('sdk/package.json', 'utf8'))

beforeAll(async () => {
  installed = await installPackage()
})

afterAll(() => installed.remove())

test('the package has the version of the repository and depends on nothing', async () => {
  expect(manifest.version).toBe(JSON.parse(await readFile('package.json', 'utf8')).version)
  expect(Object.keys(manifest).filter((key) => /dependencies$/i.test(key))).toEqual([])
})

test('publint has nothing to say', async () => {
  const { messages } = await publint({ pkgDir: `${installed.project}/node_modules/@kinerja/sdk`, strict: true })
  expect(messages.map((message) => formatMessage(message, manifest))).toEqual([])
})

test('the types are what is run, for import and require, under every way to resolve modules that knows of exports', async () => {
  const result = await checkPackage(createPackageFromTarballData(await readFile(installed.tarball)), {
    excludeEntrypoints: [/\.graphql$/],
  })
  if (!result.types) throw new Error('The package has no types.')
  const entries = Object.values(result.entrypoints).filter(({ subpath }) => !subpath.endsWith('.json'))
  expect(entries.map(({ subpath }) => subpath)).toEqual([
    '.',
    './core',
    './operations',
    './tree',
    './live',
    './labels',
    './testing',
    './graphql',
  ])
  // TypeScript's `node10` knows nothing of exports: no more is there for it than the main entry.
  const problems = result.problems.filter(
    (problem) => !('resolutionKind' in problem && problem.resolutionKind === 'node10' && problem.entrypoint !== '.'),
  )
  expect(problems).toEqual([])
})
