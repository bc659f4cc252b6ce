import { createHash } from 'node:crypto'
import type { PluginFunction } from '@graphql-codegen/plugin-helpers'
import { documentsOf, textOf } from './document.ts'

/** Prints `sdk/generated/documents.json`: the text of every operation as it is sent, by its hash. */
export const plugin: PluginFunction = (_schema, files) => {
  const documents = documentsOf(files)
  const texts = documents.operations.map((operation) => textOf(operation, documents))
  const byId = Object.fromEntries(
    texts.map((text) => [`sha256:${createHash('sha256').update(text).digest('hex')}`, text]),
  )
  return JSON.stringify(byId, null, 2)
}
