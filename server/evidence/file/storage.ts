import type { Readable } from 'node:stream'
import { Refusal } from '../../errors.ts'

/** Where files are kept. Keys are ours: nothing that a client names gets into them. */
export interface Storage {
  /** Takes a file of this machine. It is there afterwards, all of it, or nothing of it; the same again changes nothing. */
  put(key: string, path: string, signal: AbortSignal): Promise<void>
  /** Its bytes. */
  get(key: string, signal: AbortSignal): Promise<Readable>
  /** Forgets a file; what is not there is no failure. */
  remove(key: string): Promise<void>
}

const full: readonly unknown[] = ['ENOSPC', 'EDQUOT', 'EFBIG', 'EMFILE', 'ENFILE', 'EROFS']

/** Tells a disk that is full from a mistake of ours. */
export function noRoom(error: unknown): never {
  if (error instanceof Error && 'code' in error && full.includes(error.code))
    throw new Refusal('SERVICE_UNAVAILABLE', 'There is no room for files at the moment: ask again later.')
  throw error
}

/** The refusal where the store does not answer. */
export const storeAway = () =>
  new Refusal('SERVICE_UNAVAILABLE', 'The store of files does not answer: ask again later.')
