import { defineConfig } from 'tsdown'

const common = {
  cwd: import.meta.dirname,
  // a file for each module: a bundler takes what is asked for and leaves the rest
  unbundle: true,
  target: 'es2022',
  tsconfig: '../tsconfig.json',
  failOnWarn: true,
  logLevel: 'warn',
  inputOptions: { checks: { pluginTimings: false } },
} as const

export default defineConfig([
  {
    ...common,
    entry: ['index.ts', 'entry/*.ts', 'generated/operations.ts'],
    format: ['esm', 'cjs'],
    platform: 'neutral',
    dts: true,
  },
  {
    ...common,
    entry: { 'cli/main': 'cli/main.ts' },
    format: 'esm',
    platform: 'node',
    fixedExtension: false,
    // one file of its own
    unbundle: false,
    clean: false,
    dts: false,
  },
  {
    ...common,
    entry: ['graphql.ts'],
    format: ['esm', 'cjs'],
    // runs where codegen does, and takes these from there
    platform: 'node',
    fixedExtension: false,
    deps: { neverBundle: ['graphql', /^@graphql-codegen\//] },
    dts: true,
    clean: false,
  },
])
