import type { Types } from '@graphql-codegen/plugin-helpers'
import { plugin } from './codegen/operations.ts'
import { settings } from './codegen/settings.ts'

/** What can be said to the preset. */
export interface PresetConfig {
  /** What the printed file imports from. By default this package. */
  readonly package?: string
}

/**
 * For graphql-codegen: prints operations of documents of your own as this package prints its own, so that `client.run` takes them, pages and
 * moments and all. In `generated` lie `schema.graphql`,
 * `fragments.graphql` (spread what you like) and `documents.json` (the trusted documents).
 * It runs when you build: it wants `graphql` and `@graphql-codegen/typescript-operations` there.
 *
 * @example
 * // codegen.ts
 * import { preset } from '@kinerja/sdk/graphql'
 *
 * const sdk = 'node_modules/@kinerja/sdk'
 * export default {
 *   schema: `${sdk}/generated/schema.graphql`,
 *   documents: ['src/*.graphql', `${sdk}/generated/fragments.graphql`],
 *   generates: { 'src/operations.ts': { preset } },
 * }
 */
export const preset: Types.OutputPreset<PresetConfig> = {
  buildGeneratesSection: ({ baseOutputDir, schema, schemaAst, documents, config, presetConfig }) => [
    {
      filename: baseOutputDir,
      schema,
      ...(schemaAst ? { schemaAst } : {}),
      documents,
      plugins: [{ operations: {} }],
      pluginMap: { operations: { plugin } },
      config: { ...settings, package: '@kinerja/sdk', ...presetConfig, ...config },
    },
  ],
}
