import type { IncomingMessage } from 'node:http'

/** A request that is refused before anybody reads what it asks. */
export class Unreadable extends Error {
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

/** The most bytes of a body. */
const mostBytes = 100_000

/** The body of a request as JSON; undefined where there is none, or where it says that it is something else. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  if (request.method !== 'POST' || !isJson(request.headers['content-type'])) return undefined
  if (request.headers['content-encoding'] !== undefined)
    throw new Unreadable(415, 'The body is compressed: send it as it is.')
  const text = await readText(request)
  if (text === '') return undefined
  try {
    return JSON.parse(text) as unknown
  } catch {
    throw new Unreadable(400, 'The body is not JSON: send {"query": "…", "variables": {…}}.')
  }
}

const isJson = (type: string | undefined): boolean =>
  type !== undefined && /^application\/(graphql\+)?json\s*(;\s*charset="?utf-?8"?\s*)?$/i.test(type)

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let bytes = 0
  if (Number(request.headers['content-length'] ?? 0) > mostBytes) throw tooLarge()
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > mostBytes) throw tooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

const tooLarge = () => new Unreadable(413, 'The body is larger than 100 kB.')
