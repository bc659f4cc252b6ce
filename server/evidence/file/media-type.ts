/** What evidence can be. */
export const mediaTypes = ['application/pdf', 'image/jpeg', 'image/png'] as const
export type MediaType = (typeof mediaTypes)[number]

/** How a name ends. */
export const suffixes: Readonly<Record<MediaType, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
}

/** How much of a file decides what it is. A ZIP's directory ends within the last 65,557 bytes. */
export const headBytes = 1_024
export const tailBytes = 65_557

/** Who opens a picture has all its pixels in memory: 4 bytes for each. */
const mostPixels = 100_000_000

const jpeg = Buffer.from([0xff, 0xd8, 0xff])
const png = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
const pngEnd = Buffer.from('\0\0\0\0IEND\xaeB`\x82', 'latin1')
const zipEnd = Buffer.from('PK\x05\x06', 'latin1')

/** A kind of file: how it begins and ends. */
const kinds: readonly { readonly type: MediaType; readonly fits: (head: Buffer, tail: Buffer) => boolean }[] = [
  {
    type: 'application/pdf',
    fits: (head, tail) => /^%PDF-[12]\.\d/.test(latin(head)) && /%%EOF[\s\0]*$/.test(latin(tail.subarray(-headBytes))),
  },
  { type: 'image/jpeg', fits: (head, tail) => startsWith(head, jpeg) && tail.includes('\xff\xd9', 0, 'latin1') },
  {
    type: 'image/png',
    fits: (head, tail) =>
      startsWith(head, png) && tail.subarray(-pngEnd.length).equals(pngEnd) && pixelsOf(head) <= mostPixels,
  },
]

/**
 * What a file is by its content; undefined for what evidence cannot be, and for what is something else as well: a ZIP (and so a JAR or an
 * office document) that ends it, or a PDF inside the beginning of a picture. Nothing is unpacked.
 *
 * @param head the first `headBytes` of the file, or all of it
 * @param tail the last `tailBytes`, or all of it
 */
export function mediaTypeOf(head: Buffer, tail: Buffer): MediaType | undefined {
  const type = kinds.find(({ fits }) => fits(head, tail))?.type
  if (isZip(tail) || (type !== 'application/pdf' && head.includes('%PDF-'))) return undefined
  return type
}

/** Whether a ZIP's directory ends where the file ends. */
function isZip(tail: Buffer): boolean {
  for (let at = tail.lastIndexOf(zipEnd); at >= 0; at = at === 0 ? -1 : tail.lastIndexOf(zipEnd, at - 1)) {
    // its last field says how long the comment is that follows
    const isWhole = at + 22 <= tail.length
    if (isWhole && at + 22 + tail.readUInt16LE(at + 20) === tail.length) return true
  }
  return false
}

const startsWith = (head: Buffer, start: Buffer) => head.subarray(0, start.length).equals(start)
const latin = (bytes: Buffer) => bytes.toString('latin1')
const pixelsOf = (head: Buffer) =>
  head.length < 24 ? Number.POSITIVE_INFINITY : head.readUInt32BE(16) * head.readUInt32BE(20)
