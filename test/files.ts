import { createHash, randomBytes } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import { signToken } from '../server/access/token.ts'
import { secret, server } from './support.ts'

/** A PDF of so many bytes; no two are the same. */
export function pdf(bytes = 1_000): Buffer<ArrayBuffer> {
  const head = `%PDF-1.7\n% ${randomBytes(8).toString('hex')}\n`
  const tail = '\ntrailer\n<<>>\n%%EOF\n'
  return Buffer.concat([Buffer.from(head), Buffer.alloc(bytes - head.length - tail.length, 'x'), Buffer.from(tail)])
}

/** A PNG that says it has so many pixels. */
export function png(width = 1, height = 1): Buffer<ArrayBuffer> {
  const size = Buffer.alloc(8)
  size.writeUInt32BE(width)
  size.writeUInt32BE(height, 4)
  const part = (name: string, data: Buffer) => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(data.length)
    return Buffer.concat([length, Buffer.from(name), data, Buffer.alloc(4)])
  }
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    part('IHDR', Buffer.concat([size, Buffer.from([8, 0, 0, 0, 0])])),
    part('IDAT', deflateSync(Buffer.alloc(2))),
    Buffer.from('\0\0\0\0IEND\xaeB`\x82', 'latin1'),
  ])
}

/** A JPEG as far as its beginning and end go. */
export const jpeg = (inside = ''): Buffer<ArrayBuffer> =>
  Buffer.concat([
    Buffer.from([0xff, 0xd8, 0xff, 0xe0]),
    Buffer.from(inside),
    randomBytes(16),
    Buffer.from([0xff, 0xd9]),
  ])

/** An empty ZIP with a comment. */
export function zip(comment = ''): Buffer<ArrayBuffer> {
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(comment.length, 20)
  return Buffer.concat([end, Buffer.from(comment)])
}

export const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

/** The headers of a person. */
export const headersOf = async (person: string): Promise<Record<string, string>> => ({
  authorization: `Bearer ${await signToken(secret, { role: 'PERSON', person: person.slice(4) }, 1)}`,
})

/** Sends a file, as anybody does. */
export async function send(
  headers: Record<string, string>,
  body: Buffer<ArrayBuffer>,
  type = 'application/pdf',
  url?: string,
) {
  const address = new URL('/evidence', url ?? (await server()).url)
  const response = await fetch(address, { method: 'POST', headers: { 'content-type': type, ...headers }, body })
  const { data, errors } = (await response.json()) as {
    data?: { sha256: string; mediaType: string; bytes: number }
    errors?: { message: string; extensions: { code: string } }[]
  }
  return { status: response.status, data, code: errors?.[0]?.extensions.code, message: errors?.[0]?.message, response }
}
