import { globSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, test } from 'vitest'

/** What stands above may not import what stands below; a folder counts as one. Types may be imported from anywhere. */
const order = [
  'generated',
  'discretion.ts',
  'errors.ts',
  'text.ts',
  'calendar.ts',
  'config.ts',
  'log.ts',
  'id.ts',
  'reader',
  'scalars.ts',
  'node.ts',
  'node.resolver.ts',
  'page.ts',
  'access',
  'organisation',
  'person',
  'supervision',
  'audit',
  'idempotency',
  'period',
  'indicator',
  'event',
  'notification',
  'development',
  'plan',
  'planning',
  'observation',
  'evidence',
  'appraisal',
  'analytics',
  'import',
  'api-key',
  'sample',
  'limit',
  'schema.ts',
  'readings.ts',
  'context.ts',
  'database',
  'answer.ts',
  'http',
  'live',
  'playground',
  'app.ts',
  'greeting.ts',
  'main.ts',
  'commands',
]

const runtimeImports = (file: string) =>
  [...readFileSync(file, 'utf8').matchAll(/^import (?!type )[^'"]*?'(\.[^']+)'/gms)].map(([, path]) =>
    join(file, '..', path ?? ''),
  )

test('imports only ever point up the list', () => {
  const wrong: string[] = []
  for (const file of globSync('server/**/*.ts')) {
    for (const target of runtimeImports(file)) {
      const [from, to] = [file, target].map((path) => order.indexOf(relative('server', path).split('/')[0] ?? '')) as [
        number,
        number,
      ]
      expect(from, `${file} has no place in the order`).toBeGreaterThanOrEqual(0)
      if (to > from) wrong.push(`${file} must not import ${target}`)
    }
  }
  expect(wrong).toEqual([])
})

test('the SDK knows nothing of the server', () => {
  const wrong = globSync('sdk/**/*.ts').filter((file) => readFileSync(file, 'utf8').includes("from '../server"))
  expect(wrong).toEqual([])
})

test('only config.ts reads the environment, and a program that we start gets it whole', () => {
  const readers = globSync('server/**/*.ts').filter((file) => readFileSync(file, 'utf8').includes('process.env'))
  expect(readers.sort()).toEqual(['server/config.ts', 'server/database/program.ts'])
})
