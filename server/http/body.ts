import { isUtf8 } from 'node:buffer'
import type { IncomingMessage } from 'node:http'
import { Refusal } from '../errors.ts'

/** The most bytes of a body. */
const mostBytes = 100_000

/** The body of a request as JSON; undefined where there is none, or where it says that it is something else. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  if (request.method !== 'POST' || !isJson(request.headers['content-type'])) return undefined
  if (request.headers['content-encoding'] !== undefined)
    throw new Refusal('BAD_REQUEST', 'The body is compressed: send it as it is.', 415)
  const text = decode(await readBytes(request))
  if (text === '') return undefined
  try {
    return JSON.parse(text) as unknown
  } catch {
    throw new Refusal('BAD_REQUEST', 'Invalid JSON: send {"query": "…", "variables": {…}}.', 400)
  }
}

function isJson(header = ''): boolean {
  const [type = '', ...parameters] = header.toLowerCase().split(';')
  if (!/^application\/(graphql\+)?json\s*$/.test(type)) return false
  const charset = parameters.map((parameter) => /^\s*charset="?([^"]*?)"?\s*$/.exec(parameter)?.[1]).find(Boolean)
  if (charset !== undefined && !/^utf-?8$/.test(charset))
    throw new Refusal('BAD_REQUEST', 'The body is in another character set: send UTF-8.', 415)
  return true
}

// not `for await`: to leave it ends the connection before anybody is told why
function readBytes(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let bytes = 0
    const refuse = () => {
      request.removeAllListeners('data').pause()
      reject(new Refusal('BAD_REQUEST', 'The body is larger than 100 kB.', 413))
    }
    if (Number(request.headers['content-length'] ?? 0) > mostBytes) return refuse()
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes > mostBytes) refuse()
      else chunks.push(chunk)
    })
    request.once('end', () => resolve(Buffer.concat(chunks)))
    request.once('close', () => request.complete || reject(new Refusal('BAD_REQUEST', 'The body broke off.', 400)))
    request.once('error', reject)
  })
}

function decode(bytes: Buffer): string {
  if (isUtf8(bytes)) return bytes.toString('utf8')
  throw new Refusal('BAD_REQUEST', 'The body is not valid UTF-8.', 400)
}
