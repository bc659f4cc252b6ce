import { once } from 'node:events'
import type { ServerResponse } from 'node:http'

/** Writes pieces as fast as the client reads them. Who reads none is cut off by the server's patience, as everywhere. */
export async function pour(pieces: AsyncIterable<string | Buffer>, response: ServerResponse): Promise<void> {
  const gone = new AbortController()
  response.once('close', () => gone.abort())
  try {
    // the client learns that he is let in
    response.flushHeaders()
    for await (const piece of pieces) {
      if (response.destroyed) return
      if (!response.write(piece)) await once(response, 'drain', { signal: gone.signal })
    }
    response.end()
  } catch {
    response.destroy()
  }
}
