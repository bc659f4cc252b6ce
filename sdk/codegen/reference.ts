import type { Types } from '@graphql-codegen/plugin-helpers'
import { documentsOf, nameOf } from './document.ts'
import { codesPage, enumsPage, indexPage } from './reference-lists.ts'
import { operationPage } from './reference-page.ts'

/** Prints `sdk/reference/`: a page for each operation, one each of all enums and codes, and an index by noun. */
export const preset: Types.OutputPreset = {
  buildGeneratesSection: ({ baseOutputDir, schema, schemaAst, documents: files, config }) => {
    if (!schemaAst) throw new Error('The reference is written of a whole schema.')
    const documents = documentsOf(files)
    const pages: [string, string][] = [
      ['README', indexPage(files)],
      ['enums', enumsPage(schemaAst)],
      ['errors', codesPage(schemaAst)],
      ...documents.operations.map((operation): [string, string] => [
        nameOf(operation),
        operationPage(operation, documents, schemaAst),
      ]),
    ]
    return pages.map(([name, text]) => ({
      filename: `${baseOutputDir}${name}.md`,
      schema,
      schemaAst,
      documents: [],
      config,
      plugins: [{ page: {} }],
      pluginMap: { page: { plugin: () => text } },
    }))
  },
}
