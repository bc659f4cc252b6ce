import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Files } from '../../evidence/file/files.ts'
import { certificate } from './certificate.ts'

/** Files that people are going to attach. */
export class Shelf {
  private readonly files = new Map<string, { readonly person: string; readonly bytes: Buffer }>()

  /** Puts a certificate there; tells its SHA-256. */
  add(person: string, lines: readonly string[]): string {
    const bytes = certificate(lines)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    this.files.set(`${person} ${sha256}`, { person, bytes })
    return sha256
  }

  /** Sends all of them, as `POST /evidence` does. What is sent and never attached is forgotten after a day. */
  async send(to: Files): Promise<void> {
    const folder = await mkdtemp(join(tmpdir(), 'kinerja-certificates-'))
    try {
      for (const [name, { person, bytes }] of this.files) {
        const [, sha256 = ''] = name.split(' ')
        const path = join(folder, sha256)
        await writeFile(path, bytes)
        await to.keep(person, { path, bytes: bytes.length, sha256 }, AbortSignal.timeout(60_000))
      }
    } finally {
      await rm(folder, { recursive: true })
    }
  }
}
