import { type ApolloServerPlugin, HeaderMap } from '@apollo/server'
import {
  type DocumentNode,
  type GraphQLSchema,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
} from 'graphql'
import type { Context } from '../context.ts'
import type { Found, Reader } from './reader.ts'

/** A part of the response that is JSON text already. */
class Verbatim {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

/** Writes a response; text that PostgreSQL made is passed on as it is. */
export function stringify({
  data,
  errors,
  extensions,
}: {
  data?: unknown
  errors?: unknown
  extensions?: unknown
}): string {
  if (!(data instanceof Verbatim)) return JSON.stringify({ errors, data, extensions })
  return `{"data":${data.text}${extensions ? `,"extensions":${JSON.stringify(extensions)}` : ''}}`
}

/** What a hook of Apollo's knows of a request; optional there, what is optional at some hook. */
interface Asked {
  readonly schema: GraphQLSchema
  readonly document?: DocumentNode | undefined
  readonly operation?: OperationDefinitionNode | undefined
  readonly request: { readonly variables?: Record<string, unknown> | undefined }
  readonly contextValue: Context
}

/**
 * Answers with the reader's text where nothing was refused: no parsing, no field by field completion, no writing again. What it cannot
 * pass through, graphql-js finishes over the same text: the bytes are the same.
 */
export function passThrough(reader: Reader): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      let found: Found | undefined
      return {
        async responseForOperation(request) {
          found = await find(request as Asked)
          if (!found || found.refused.size) return null
          const singleResult = { data: new Verbatim(found.text) as unknown as Record<string, unknown> }
          return { http: { status: 200, headers: new HeaderMap() }, body: { kind: 'single', singleResult } }
        },
        async willSendResponse({ contextValue, response: { body } }) {
          // what was refused before it was read is not read to be explained
          if (!found || !contextValue.explains || body.kind !== 'single') return
          const way = (body.singleResult.data as unknown) instanceof Verbatim ? 'PASSED_THROUGH' : 'FINISHED'
          const account = { way, ...(await reader.explain(found)) }
          body.singleResult.extensions = { ...body.singleResult.extensions, reader: account }
        },
      }
    },
  }
}

/** What the reader finds; undefined for what is not its to answer, or not now: graphql-js tells why. */
async function find({ schema, document, operation, request, contextValue }: Asked): Promise<Found | undefined> {
  if (!document || operation?.operation !== OperationTypeNode.QUERY || asksForSchema(operation)) return undefined
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], request.variables ?? {}, {
    maxErrors: 5,
  })
  if (!coerced) return undefined
  return contextValue.find({ schema, document, operation, variables: coerced }).catch(() => undefined)
}

// a fragment at the root may hide such a field
const asksForSchema = ({ selectionSet }: OperationDefinitionNode): boolean =>
  selectionSet.selections.some((field) => field.kind !== Kind.FIELD || /^__(schema|type)$/.test(field.name.value))
