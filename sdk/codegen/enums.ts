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
import { docBlock } from './doc-block.ts'

/** The enums of the schema, by name. */
export const enumsOf = (schema: GraphQLSchema): GraphQLEnumType[] =>
  Object.values(schema.getTypeMap()).filter(
    (type) => isEnumType(type) && !isIntrospectionType(type),
  ) as GraphQLEnumType[]

/** `export type Sex = 'F' | 'M'`: closed, so that a misspelt filter does not compile. */
export const printEnum = (type: GraphQLEnumType): string => {
  const values = type.getValues().map(({ name, description }) => `${docBlock(description)}| '${name}'`)
  return `${docBlock(type.description)}export type ${type.name} =\n${values.join('\n')}\n`
}

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
