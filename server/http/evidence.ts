import { type GraphQLSchema, Kind, type OperationDefinitionNode, parse } from 'graphql'
import { admitTo } from '../access/permission.ts'
import type { Viewer } from '../access/viewer.ts'
import { refuse } from '../answer.ts'
import type { Trail } from '../audit/trail.ts'
import type { Context } from '../context.ts'
import { Refusal, signInFirst } from '../errors.ts'
import type { Files } from '../evidence/file/files.ts'
import { mediaTypes, suffixes } from '../evidence/file/media-type.ts'
import { receive } from '../evidence/file/receive.ts'
import { keyOf } from '../id.ts'
import { charge } from '../limit/toll.ts'
import { type Exchange, json, pathOf, type Reply } from './exchange.ts'
import { withStatus } from './failure.ts'
import type { Route } from './routes.ts'

/** What a file costs, in points. */
const prices = { upload: 5_000, download: 500 }

/** What the routes of files are made of. */
interface Parts {
  readonly files: Files
  readonly trail: Trail
  readonly schema: GraphQLSchema
  /** Where files are written while they arrive. */
  readonly folder: string
  readonly contextOf: (exchange: Exchange) => Promise<Context>
}

const question = parse('query evidence($id: ID!) { evidence(id: $id) { id } }')
const operation = question.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION) as OperationDefinitionNode

/** `POST /evidence` takes a file, `GET /evidence/:id` gives the file of a piece of evidence. */
export function evidenceRoutes({ files, trail, schema, folder, contextOf }: Parts): readonly Route[] {
  const upload = async (exchange: Exchange): Promise<Reply> => {
    const { viewer, headers } = await enter(exchange, prices.upload)
    admitTo('attachEvidence', viewer)
    const { person } = viewer
    if (person === null) throw signInFirst()
    checkHeaders(exchange)
    await files.checkRoom(person)
    const { request, signal } = exchange
    const kept = await receive(request, folder, (received) => files.keep(person, received, signal))
    return json(201, { data: kept }, headers)
  }

  const download = async (exchange: Exchange): Promise<Reply> => {
    const { context, viewer, headers } = await enter(exchange, prices.download)
    const id = pathOf(exchange.request.url).slice('/evidence/'.length)
    const key = keyIn(id)
    // by the same right as the row, and on record like it
    const { refused } = await context.find({ schema, document: question, operation, variables: { id } })
    for (const refusal of refused.values()) throw refusal
    const file = await files.find(key)
    if (!file) throw noFile()
    const { requestId } = context
    const pieces = await files.read(file, exchange.signal)
    trail.add([{ viewer, requestId, at: new Date(), action: 'DOWNLOAD', type: 'Evidence', subjects: [file.owner] }])
    return {
      status: 200,
      headers: {
        ...headers,
        'content-type': file.mediaType,
        // the name is ours: what a client names gets into no header
        'content-disposition': `attachment; filename="${id}.${suffixes[file.mediaType]}"`,
        'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
        'cross-origin-resource-policy': 'same-origin',
      },
      text: '',
      pieces,
      bytes: file.bytes,
    }
  }

  async function enter(exchange: Exchange, cost: number) {
    const context = await contextOf(exchange)
    const headers = await charge(context.account, cost)
    const viewer: Viewer | null = context.viewer
    if (!viewer) throw signInFirst()
    return { context, viewer, headers }
  }

  const answering = (handle: (exchange: Exchange) => Promise<Reply>) => (exchange: Exchange) =>
    handle(exchange).catch(refuse).catch(withStatus)

  return [
    { path: '/evidence', methods: ['POST'], handle: answering(upload), slow: true },
    { path: '/evidence/:id', methods: ['GET'], handle: answering(download) },
  ]
}

/** One file is one body: there are no parts that could be broken, and no names that could be believed. */
function checkHeaders({ request: { headers } }: Exchange): void {
  const type = headers['content-type']?.toLowerCase().trim() ?? ''
  if (!mediaTypes.some((one) => one === type))
    throw new Refusal(
      'BAD_REQUEST',
      `Send the file itself as the body, with a content-type of ${mediaTypes.join(', ')}.`,
      415,
    )
  if (headers['content-encoding'] !== undefined)
    throw new Refusal('BAD_REQUEST', 'The file is compressed: send it as it is.', 415)
}

function keyIn(id: string): string {
  try {
    return keyOf('Evidence', id, 'id')
  } catch {
    throw noFile()
  }
}

const noFile = () => new Refusal('NOT_FOUND', 'There is no such file that you may see.')
