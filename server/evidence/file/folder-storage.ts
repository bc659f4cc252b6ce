import { copyFile, mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { noRoom, type Storage } from './storage.ts'

/** Keeps files in a folder of this machine, or of a disk that all instances share. */
export class FolderStorage implements Storage {
  private readonly folder: string

  constructor(folder: string) {
    this.folder = folder
  }

  async put(key: string, path: string): Promise<void> {
    const place = this.placeOf(key)
    await mkdir(dirname(place), { recursive: true, mode: 0o700 }).catch(noRoom)
    await rename(path, place).catch(async (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EXDEV') return noRoom(error)
      // on another disk: beside its place first, so that it is never there by half
      await copyFile(path, `${place}.part`).catch(noRoom)
      await rename(`${place}.part`, place)
    })
    await sync(dirname(place))
  }

  async get(key: string): Promise<Readable> {
    return (await open(this.placeOf(key))).createReadStream()
  }

  async remove(key: string): Promise<void> {
    await rm(this.placeOf(key), { force: true })
  }

  // a folder for each of 256 beginnings; the end of a key is random
  private placeOf(key: string): string {
    return join(this.folder, key.slice(-2), key)
  }
}

/** Makes sure that a power cut does not lose the name of a file that is answered for. */
async function sync(folder: string): Promise<void> {
  const handle = await open(folder)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
