import { GraphQLError, Kind, type OperationDefinitionNode, parse, print, separateOperations } from 'graphql'
import { callText } from '../../sdk/codegen/call-text.ts'
import { type Saved, savedAs } from './collection.ts'
import type { Request } from './curl.ts'
import { operationIn } from './operation.ts'

/** A TypeScript program that asks the same with the SDK. Throws a GraphQLError for a document that is none. */
export const sdkCode = (request: Request, name?: string): string => {
  const saved = savedAs(request.document)
  if (saved) return savedCode(saved, request)
  const { operation, text } = chosen(request.document, name)
  if (!operation) throw new GraphQLError('The document holds no operation.')
  return operation.operation === 'subscription'
    ? liveCode(operation, text, request)
    : documentCode(operation, text, request)
}

const savedCode = (saved: Saved, request: Request): string =>
  saved.name === 'supervisionTree'
    ? program('@kinerja/sdk', ['createClient', 'drawTree'], request, treeCall(request.variables))
    : program(
        '@kinerja/sdk',
        ['createClient'],
        request,
        callText(saved.name, saved.answers, isEmpty(request.variables) ? '' : literal(request.variables)),
      )

const treeCall = (variables: object): string => {
  const { first: _first, after: _after, ...whose } = variables as Record<string, unknown>
  return `const tree = await client.tree(${literal(whose)})
if (tree) console.log(drawTree(tree, ({ assignment }) => \`\${assignment.person.name}, \${assignment.position}\`))`
}

const documentCode = ({ name }: OperationDefinitionNode, text: string, request: Request): string =>
  program(
    '@kinerja/sdk/core',
    ['createClient', 'operation'],
    request,
    `const ${constant(name?.value)} = operation<Record<string, unknown>, object>(${template(text)})
console.log(await client.run(${constant(name?.value)}, ${literal(request.variables)}))`,
  )

const liveCode = ({ name, selectionSet }: OperationDefinitionNode, text: string, request: Request): string => {
  const path = selectionSet.selections
    .slice(0, 1)
    .map((field) => (field.kind === Kind.FIELD ? (field.alias ?? field.name).value : ''))
  return program(
    '@kinerja/sdk',
    ['createClient', 'eventsOf', 'type LiveOperation'],
    request,
    `const ${constant(name?.value)}: LiveOperation<unknown, object> = {
  name: ${JSON.stringify(name?.value)},
  kind: 'subscription',
  text: ${template(text)},
  path: ${JSON.stringify(path)},
  reads: eventsOf,
}
for await (const event of client.run(${constant(name?.value)}, ${literal(request.variables)})) console.log(event)`,
  )
}

const program = (from: string, names: readonly string[], { url, signedIn }: Request, body: string): string =>
  `import { ${names.join(', ')} } from '${from}'

const client = createClient({ url: '${url}'${signedIn ? ', token: process.env.KINERJA_TOKEN' : ''} })
${body}
`

/** One operation of a document, with a name, and the fragments that it uses. */
const chosen = (document: string, wanted: string | undefined) => {
  const name = operationIn(document, wanted)?.name?.value ?? ''
  const { [name]: alone = parse(document) } = separateOperations(parse(document))
  const definitions = alone.definitions.map((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION && !definition.name ? { ...definition, name: unnamed } : definition,
  )
  const text = print({ ...alone, definitions })
  return { operation: operationIn(text), text }
}

const unnamed = { kind: Kind.NAME, value: 'unnamed' } as const

const constant = (name = ''): string => `${name}Operation`

const isEmpty = (variables: object): boolean => Object.keys(variables).length === 0

/** JSON as one writes it in TypeScript: names without quotes. */
const literal = (value: object): string =>
  JSON.stringify(value, null, 2).replaceAll(/^(\s*)"([A-Za-z_]\w*)":/gm, '$1$2:')

const template = (text: string): string => `\`\n${text.replaceAll(/[`\\]|\$(?={)/g, '\\$&')}\n\``
