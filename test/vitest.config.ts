import { randomInt } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { defineConfig, type TestProjectConfiguration } from 'vitest/config'
import { chromium } from './browser/chromium.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

const pages: TestProjectConfiguration = {
  extends: true,
  test: {
    name: 'pages',
    include: ['test/browser/**/*.test.ts'],
    globalSetup: 'test/browser/setup.ts',
  },
}

// on a developer's machine every run looks elsewhere; a build must not turn red by chance
const seed = process.env['SEED'] ?? (process.env['CI'] ? '2026' : String(randomInt(1_000_000)))
process.stderr.write(`SEED=${seed}\n`)

if (!chromium) process.stderr.write('The pages are not tested: there is no program `chromium` here.\n')

export default defineConfig({
  root,
  resolve: {
    // type-graphql brings the CommonJS graphql; two copies do not know each other's types
    alias: [{ find: /^graphql$/, replacement: `${root}node_modules/graphql/index.js` }],
  },
  test: {
    maxWorkers: 2,
    // a busy machine takes ten times as long, and what hangs is found by what it waits for
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 20_000 } },
    env: { SEED: seed },
    setupFiles: ['test/patience.setup.ts', 'test/seed.setup.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'graph',
          include: ['{test,examples}/**/*.test.ts'],
          exclude: ['**/node_modules/**', 'test/browser/**'],
          globalSetup: 'test/engine.setup.ts',
        },
      },
      ...(chromium ? [pages] : []),
    ],
  },
})
