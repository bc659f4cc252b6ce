import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Unable } from './failure.ts'

/** Prints texts as they come, or writes a file, which has its name only when all of it is there. */
export const print = async (texts: AsyncIterable<string>, file: string | undefined): Promise<void> => {
  if (file === undefined) {
    await pipeline(Readable.from(texts), process.stdout, { end: false }).catch(unlessClosed)
    return
  }
  const draft = `${file}.part`
  try {
    await pipeline(Readable.from(texts), createWriteStream(draft))
    await rename(draft, file)
  } catch (error) {
    await rm(draft, { force: true })
    throw isOfSystem(error) && error.syscall ? new Unable(`${file} cannot be written (${error.code}).`) : error
  }
}

// `| head` has seen enough.
const unlessClosed = (error: unknown): void => {
  if (!isOfSystem(error) || error.code !== 'EPIPE') throw error
}

const isOfSystem = (error: unknown): error is NodeJS.ErrnoException => error instanceof Error && 'code' in error
