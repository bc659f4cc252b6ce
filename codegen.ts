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
        // a moment comes out as a Date, by the plan that each operation brings; a calendar day stays a day
        scalars: { ...scalars, DateTime: { input: 'Date | string', output: 'Date' } },
        strictScalars: true,
        immutableTypes: true,
        arrayInputCoercion: false,
        inlineFragmentTypes: 'combine',
      },
    },
    'sdk/generated/errors.ts': { plugins: ['./sdk/codegen/errors.ts'] },
    'sdk/generated/client.ts': { documents, plugins: ['./sdk/codegen/client.ts'] },
    'sdk/generated/shapes.ts': { plugins: ['./sdk/codegen/shapes.ts'] },
    'sdk/generated/documents.json': { documents, plugins: ['./sdk/codegen/manifest.ts'] },
  },
} satisfies CodegenConfig
