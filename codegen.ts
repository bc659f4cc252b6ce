import type { CodegenConfig } from '@graphql-codegen/cli'

export default {
  schema: 'schema/*.graphql',
  generates: {
    'server/generated/schema.ts': {
      plugins: ['typescript'],
      config: {
        scalars: { ID: 'string', Date: 'string', DateTime: 'string', NIP: 'string' },
        useTypeImports: true,
        skipTypename: true,
        namingConvention: 'keep',
        strictScalars: true,
      },
    },
  },
} satisfies CodegenConfig
