import { getCachedDocumentNodeFromSchema } from '@graphql-codegen/plugin-helpers'
import {
  buildASTSchema,
  type GraphQLEnumType,
  type GraphQLSchema,
  isEnumType,
  isIntrospectionType,
  Kind,
  visit,
} from 'graphql'

/** The enums of the schema, by name. */
export const enumsOf = (schema: GraphQLSchema): GraphQLEnumType[] =>
  Object.values(schema.getTypeMap()).filter(
    (type) => isEnumType(type) && !isIntrospectionType(type),
  ) as GraphQLEnumType[]

/**
 * The schema with a scalar in the place of each enum. typescript-operations gives a scalar one type going in and another
 * coming out, an enum only one; and out of the server may come a value that this package does not know yet.
 */
export const withEnumsAsScalars = (schema: GraphQLSchema): GraphQLSchema =>
  buildASTSchema(
    visit(getCachedDocumentNodeFromSchema(schema), {
      EnumTypeDefinition: ({ name }) => ({ kind: Kind.SCALAR_TYPE_DEFINITION, name }),
    }),
    { assumeValidSDL: true },
  )

/** What typescript-operations shall print for these scalars. */
export const enumScalars = (schema: GraphQLSchema): Record<string, { input: string; output: string }> =>
  Object.fromEntries(enumsOf(schema).map(({ name }) => [name, { input: name, output: `Open<${name}>` }]))
