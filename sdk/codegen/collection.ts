import type { PluginFunction } from '@graphql-codegen/plugin-helpers'
import { parse, print } from 'graphql'
import { commentOf, documentsOf, nameOf, textOf } from './document.ts'
import { exampleOf } from './example.ts'
import { factsOf } from './facts.ts'
import { type Persona, personas, personasOf } from './personas.ts'
import { answersOf } from './snippet.ts'

/** Prints `sdk/generated/collection.json`: for a playground, what each persona can ask, with variables to try it with. */
export const plugin: PluginFunction = (schema, files) => {
  const documents = documentsOf(files)
  const { operations } = documents
  const of = (persona: string) => operations.filter((operation) => personasOf(operation).includes(persona as Persona))
  return JSON.stringify(
    {
      personas: Object.fromEntries(
        Object.entries(personas).map(([name, description]) => [
          name,
          { description, operations: of(name).map(nameOf) },
        ]),
      ),
      operations: Object.fromEntries(
        operations.map((operation) => [
          nameOf(operation),
          {
            description: commentOf(operation),
            document: print(parse(textOf(operation, documents))),
            variables: exampleOf(operation, schema),
            answers: answersOf(operation, schema),
            codes: factsOf(operation, documents, schema).codes,
          },
        ]),
      ),
    },
    null,
    2,
  )
}
