import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { gunzipSync, gzipSync } from 'node:zlib'
import { beforeAll, expect, test } from 'vitest'
import { Pages } from '../server/playground/pages.ts'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kinerja-pages-'))
  await writeFile(join(folder, 'index.html'), '<!doctype html>')
  await writeFile(join(folder, 'main-1a2b.js'), 'run()')
  await writeFile(join(folder, 'main-1a2b.js.gz'), gzipSync('run()'))
  return () => rm(folder, { recursive: true })
})

const request = (headers: Record<string, string> = {}, method = 'GET') =>
  ({ method, headers }) as unknown as IncomingMessage

async function bytesOf(pieces: AsyncIterable<string | Buffer> = Readable.from([])): Promise<Buffer> {
  const all: Buffer[] = []
  for await (const piece of pieces) all.push(Buffer.from(piece))
  return Buffer.concat(all)
}

const bodyOf = async (pieces: AsyncIterable<string | Buffer> | undefined) => (await bytesOf(pieces)).toString()

test('a page is sent under a policy that lets nothing come from elsewhere', async () => {
  const { headers, pieces, bytes } = new Pages(folder).send('index.html', request())
  expect(await bodyOf(pieces)).toBe('<!doctype html>')
  expect(bytes).toBe(15)
  expect(headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' })
  const policy = String(headers?.['content-security-policy'])
  expect(policy.split('; ')).toEqual(
    expect.arrayContaining([
      "default-src 'none'",
      "connect-src 'self' data:",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ]),
  )
  expect(policy).not.toMatch(/https?:|\*|'unsafe-eval'/)
  expect(policy).toMatch(/script-src 'self' 'wasm-unsafe-eval';/)
})

test('what is compressed is sent so to who takes it, and kept, for its name says what is in it', async () => {
  const pages = new Pages(folder)
  const compressed = pages.send('main-1a2b.js', request({ 'accept-encoding': 'br, gzip' }))
  expect(compressed.headers).toMatchObject({
    'content-encoding': 'gzip',
    'cache-control': 'public, max-age=31536000, immutable',
  })
  const sent = await bytesOf(compressed.pieces)
  expect(gunzipSync(sent).toString()).toBe('run()')
  expect(compressed.bytes).toBe(sent.length)

  const plain = pages.send('main-1a2b.js', request())
  expect(plain.headers).not.toHaveProperty('content-encoding')
  expect(await bodyOf(plain.pieces)).toBe('run()')
})

test.each(['other.js', '../pages.ts', '..', '', 'main-1a2b.js.gz', 'constructor'])('there is no page %j', (name) => {
  expect(() => new Pages(folder).send(name, request())).toThrow('the playground is at /graphql')
})

test('where the pages are not built, it is said how they are', () => {
  expect(() => new Pages(join(folder, 'nowhere')).send('index.html', request())).toThrow('npm run build:playground')
})

test('a browser is shown the playground, and a program is answered', () => {
  const pages = new Pages(folder)
  expect(pages.wanted(request({ accept: 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.8' }))).toBe(true)
  for (const accept of ['*/*', 'application/json', 'application/json, text/html']) {
    expect(pages.wanted(request({ accept }))).toBe(false)
  }
  expect(pages.wanted(request({ accept: 'text/html' }, 'POST'))).toBe(false)
})
