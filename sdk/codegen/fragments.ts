import type { PluginFunction } from '@graphql-codegen/plugin-helpers'
import { print } from 'graphql'
import { commentOf, documentsOf } from './document.ts'

/** Prints `sdk/generated/fragments.graphql`: what the operations spread, for documents of one's own. */
export const plugin: PluginFunction = (_schema, files) =>
  [...documentsOf(files).fragments]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, fragment]) => `${commentOf(fragment).replace(/^(?=.)/gm, '# ')}\n${print(fragment)}\n`)
    .join('\n')
