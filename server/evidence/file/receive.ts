import { createHash, randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import { type FileHandle, mkdir, open, rm } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { Refusal } from '../../errors.ts'
import { noRoom } from './storage.ts'

/** The most bytes of a file: 10 MB (123dok 11763136). */
export const mostBytes = 10 * 1024 * 1024

/** A file that has arrived whole. */
export interface Received {
  readonly path: string
  readonly bytes: number
  readonly sha256: string
}

/**
 * Writes a body into a new file in a folder, a piece at a time, and hands it on; afterwards the file is gone, whatever happened, unless it
 * was moved. Of a body that is too large as much again is read and thrown away, so that its sender hears why.
 */
export async function receive<Result>(
  request: IncomingMessage,
  folder: string,
  use: (received: Received) => Promise<Result>,
): Promise<Result> {
  if (Number(request.headers['content-length'] ?? 0) > 2 * mostBytes) throw tooLarge()
  const path = join(folder, randomUUID())
  const file = await create(path, folder)
  try {
    const { bytes, sha256 } = await write(request, file).finally(() => file.close())
    return await use({ path, bytes, sha256 })
  } finally {
    await rm(path, { force: true })
  }
}

async function create(path: string, folder: string): Promise<FileHandle> {
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch(noRoom)
  return open(path, constants.O_CREAT | constants.O_EXCL | constants.O_WRONLY, 0o600).catch(noRoom)
}

async function write(request: IncomingMessage, file: FileHandle) {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of piecesOf(request)) {
    bytes += chunk.length
    if (bytes > 2 * mostBytes) throw tooLarge()
    if (bytes > mostBytes) continue
    hash.update(chunk)
    await file.writeFile(chunk).catch(noRoom)
  }
  if (bytes > mostBytes) throw tooLarge()
  if (bytes === 0) throw new Refusal('BAD_REQUEST', 'The file is empty: send it as the body.', 400)
  await file.sync().catch(noRoom)
  return { bytes, sha256: hash.digest('hex') }
}

/** The pieces of a body. To leave the loop leaves the connection open: an answer is to follow. When the sender goes, it throws. */
async function* piecesOf(request: IncomingMessage): AsyncGenerator<Buffer, void, void> {
  const pieces = request.iterator({ destroyOnReturn: false }) as NodeJS.AsyncIterator<Buffer>
  for (;;) {
    const { done, value } = await pieces.next().catch(() => {
      throw new Refusal('BAD_REQUEST', 'The body broke off.', 400)
    })
    if (done) return
    yield value
  }
}

const tooLarge = () => new Refusal('BAD_REQUEST', 'The file is larger than 10 MB: send a smaller copy.', 413)
