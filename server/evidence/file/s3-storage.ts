import { createHash } from 'node:crypto'
import { createReadStream, openAsBlob } from 'node:fs'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { AwsV4Signer } from 'aws4fetch'
import type { Bucket } from '../../config.ts'
import { type Storage, storeAway } from './storage.ts'

/** So long is a presigned address good for, in seconds; a clock may be off by as much. */
const validity = 300
/** For the store to take a file, or to begin to give it, in milliseconds. */
const patience = 30_000

/**
 * Keeps files in a bucket of anything that speaks S3. Each request is an address that is signed for one method, one key and five minutes
 * (SigV4); it stays between this server and the store, so that a file is had from `GET /evidence/:id` alone, by who has a right to it.
 */
export class S3Storage implements Storage {
  private readonly bucket: Bucket
  private readonly clock: () => Date

  constructor(bucket: Bucket, clock = () => new Date()) {
    this.bucket = bucket
    this.clock = clock
  }

  /** An address for one request; the headers are signed with it. */
  async presign(method: string, key: string, headers: Readonly<Record<string, string>> = {}): Promise<string> {
    const { endpoint, name, region, accessKeyId, secretAccessKey } = this.bucket
    const url = new URL(`${endpoint}/${name}/${key}`)
    url.searchParams.set('X-Amz-Expires', String(validity))
    const datetime = this.clock()
      .toISOString()
      .replace(/[:-]|\.\d{3}/g, '')
    const signed = { accessKeyId, secretAccessKey, region, service: 's3', datetime, signQuery: true } as const
    return (await new AwsV4Signer({ ...signed, method, url: url.href, headers: { ...headers } }).sign()).url.href
  }

  async put(key: string, path: string, signal: AbortSignal): Promise<void> {
    // signed as well, so that the store takes this content and no other
    const headers = { 'x-amz-content-sha256': await digestOf(path) }
    const body = await openAsBlob(path)
    const response = await this.ask('PUT', key, { headers, body, signal })
    await response.body?.cancel()
  }

  async get(key: string, signal: AbortSignal): Promise<Readable> {
    const { body } = await this.ask('GET', key, { signal })
    if (!body) throw storeAway()
    return Readable.fromWeb(body as ReadableStream)
  }

  async remove(key: string): Promise<void> {
    const response = await this.ask('DELETE', key, {})
    await response.body?.cancel()
  }

  private async ask(
    method: string,
    key: string,
    { headers = {}, signal, ...init }: { headers?: Record<string, string>; body?: Blob; signal?: AbortSignal },
  ): Promise<Response> {
    const url = await this.presign(method, key, headers)
    const late = AbortSignal.timeout(patience)
    const stop = signal ? AbortSignal.any([signal, late]) : late
    const response = await fetch(url, { ...init, method, headers, signal: stop, redirect: 'error' }).catch(() => {
      throw storeAway()
    })
    if (response.ok) return response
    await response.body?.cancel()
    throw storeAway()
  }
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(path)) hash.update(piece as Buffer)
  return hash.digest('hex')
}
