import type { CodegenConfig } from '@graphql-codegen/cli'

const scalars = { ID: 'string', Date: 'string', DateTime: 'string', NIP: 'string' }
const documents = 'sdk/operations/*.graphql'

export default {
  schema: 'schema/*.graphql',
  generates: {
    'server/generated/schema.ts': {
      plugins: ['typescript'],
      config: { scalars, useTypeImports: true, skipTypename: true, namingConvention: 'keep', strictScalars: true },
    },
    'sdk/generated/operations.ts': {
      documents,
      plugins: ['./sdk/codegen/operations.ts'],
      config: {
        scalars,
        strictScalars: true,
        immutableTypes: true,
        arrayInputCoercion: false,
        inlineFragmentTypes: 'combine',
      },
    },
    'sdk/generated/client.ts': { documents, plugins: ['./sdk/codegen/client.ts'] },
    'sdk/generated/documents.json': { documents, plugins: ['./sdk/codegen/manifest.ts'] },
  },
} satisfies CodegenConfig
