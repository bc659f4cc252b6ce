import { getCachedDocumentNodeFromSchema, type PluginFunction } from '@graphql-codegen/plugin-helpers'
import { print } from 'graphql'

/** Prints `sdk/generated/schema.graphql`: the whole schema in one file, directives included. */
export const plugin: PluginFunction = (schema) => print(getCachedDocumentNodeFromSchema(schema))
