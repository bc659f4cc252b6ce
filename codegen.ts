import type { CodegenConfig } from '@graphql-codegen/cli'
import { preset as reference } from './sdk/codegen/reference.ts'
import { settings } from './sdk/codegen/settings.ts'

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
      config: settings,
    },
    'sdk/generated/enums.ts': { plugins: ['./sdk/codegen/constants.ts'] },
    'sdk/generated/errors.ts': { plugins: ['./sdk/codegen/errors.ts'] },
    'sdk/generated/client.ts': { documents, plugins: ['./sdk/codegen/client.ts'] },
    'sdk/generated/shapes.ts': { plugins: ['./sdk/codegen/shapes.ts'] },
    'sdk/generated/collection.json': { documents, plugins: ['./sdk/codegen/collection.ts'] },
    'sdk/generated/schema.graphql': { plugins: ['./sdk/codegen/sdl.ts'] },
    'sdk/generated/fragments.graphql': { documents, plugins: ['./sdk/codegen/fragments.ts'] },
    'sdk/reference/': { documents, preset: reference },
    'sdk/generated/documents.json': { documents, plugins: ['./sdk/codegen/manifest.ts'] },
  },
} satisfies CodegenConfig
