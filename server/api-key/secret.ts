import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { parse, stringify } from 'uuid'
import { fromBase62, toBase62 } from './base62.ts'

/** How every key begins: whoever finds one in a text knows what it is. */
const opening = 'kinerja_live_'

/** A new secret for the key of that id: the id, 32 random bytes and a checksum, to the base 62. */
export function newSecret(id: string): string {
  const text = `${hintOf(id)}${toBase62(randomBytes(32), 43)}`
  return text + checksumOf(text)
}

/** How the secret of a key begins: its id, which is no secret. */
export const hintOf = (id: string): string => `${opening}${toBase62(parse(id), 22)}_`

/** The id in a secret; null for a text that is none of ours, a mistyped one included. */
export function idIn(secret: string): string | null {
  const [, id = '', checksum] = /^kinerja_live_(\w{22})_[0-9A-Za-z]{43}([0-9A-Za-z]{6})$/.exec(secret) ?? []
  if (checksum === undefined || checksum !== checksumOf(secret.slice(0, -6))) return null
  const bytes = fromBase62(id, 16)
  try {
    return bytes && stringify(bytes)
  } catch {
    // a number, but no UUID
    return null
  }
}

/** What is stored. A secret of 256 random bits needs no slow hash. */
export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest()

/** Whether a hash is of this secret, in the same time whether or not. */
export const isHashOf = (hash: Uint8Array, secret: string): boolean => timingSafeEqual(hash, hashOf(secret))

function checksumOf(text: string): string {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(crc32(text))
  return toBase62(bytes, 6)
}
