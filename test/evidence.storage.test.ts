import { createHash, createHmac } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { BadConfig, readConfig } from '../server/config.ts'
import { FolderStorage } from '../server/evidence/file/folder-storage.ts'
import { S3Storage } from '../server/evidence/file/s3-storage.ts'
import type { Storage } from '../server/evidence/file/storage.ts'
import { makeDistrict } from './district.ts'
import { headersOf, pdf, send, sha256 } from './files.ts'
import { server, startServer } from './support.ts'

const accessKeyId = 'AKIDEXAMPLE'
const secretAccessKey = 'a secret of the store'
const signal = new AbortController().signal

/** A store that speaks S3 as far as we do: it looks at the signature, written here once more from its specification. */
function makeStore() {
  const objects = new Map<string, Buffer>()
  const heard: string[] = []
  const http = createServer(async (request, response) => {
    const { method = '', url = '' } = request
    const key = url.split('?')[0] ?? ''
    const refusal = refusalOf(request)
    const body = await buffer(request)
    heard.push(`${method} ${refusal ?? 'OK'}`)
    const status = refusal ? 403 : answer(method, key, body, request.headers['x-amz-content-sha256'])
    response.writeHead(status).end(status === 200 && method === 'GET' ? objects.get(key) : undefined)
  })
  const answer = (method: string, key: string, body: Buffer, sum: unknown): number => {
    if (method === 'PUT') {
      if (sum !== sha256(body)) return 400
      objects.set(key, body)
    }
    if (method !== 'DELETE') return objects.has(key) ? 200 : 404
    objects.delete(key)
    return 204
  }
  return { http, objects, heard }
}

/** Why a request is refused; undefined where its signature fits. */
function refusalOf({ method, url = '', headers }: Pick<IncomingMessage, 'method' | 'url' | 'headers'>) {
  const asked = new URLSearchParams(url.split('?')[1])
  const moment = Date.parse(
    (asked.get('X-Amz-Date') ?? '').replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'),
  )
  const age = (Date.now() - moment) / 1000
  if (!(age >= -300 && age <= Number(asked.get('X-Amz-Expires')))) return 'EXPIRED'
  if (headers['transfer-encoding']) return 'NO_LENGTH'
  if (!asked.get('X-Amz-Credential')?.startsWith(`${accessKeyId}/`)) return 'UNKNOWN_KEY'
  return signatureOf({ method, url, headers }, secretAccessKey) === asked.get('X-Amz-Signature')
    ? undefined
    : 'SIGNATURE'
}

/** The signature that a request must have: docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html. */
function signatureOf(
  { method, url = '', headers }: Pick<IncomingMessage, 'method' | 'url' | 'headers'>,
  secret: string,
) {
  const [path, search = ''] = url.split('?')
  const asked = new URLSearchParams(search)
  const signed = (asked.get('X-Amz-SignedHeaders') ?? '').split(';')
  const pairs = search.split('&').filter((pair) => !pair.startsWith('X-Amz-Signature='))
  const lines = signed.map((name) => `${name}:${headers[name]}`)
  const payload = headers['x-amz-content-sha256'] ?? 'UNSIGNED-PAYLOAD'
  const canonical = [method, path, pairs.toSorted().join('&'), ...lines, '', signed.join(';'), payload].join('\n')
  const scope = (asked.get('X-Amz-Credential') ?? '').split('/').slice(1)
  const hash = createHash('sha256').update(canonical).digest('hex')
  const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()
  const signing = scope.reduce<string | Buffer>(hmac, `AWS4${secret}`)
  return hmac(signing, ['AWS4-HMAC-SHA256', asked.get('X-Amz-Date'), scope.join('/'), hash].join('\n')).toString('hex')
}

const store = makeStore()
let folder: string
let endpoint: string
const bucketOf = () => ({ endpoint, name: 'bukti', region: 'ap-southeast-3', accessKeyId, secretAccessKey })

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kinerja-store-'))
  store.http.listen(0, '127.0.0.1')
  await once(store.http, 'listening')
  endpoint = `http://127.0.0.1:${(store.http.address() as AddressInfo).port}`
})
afterAll(async () => {
  store.http.close()
  await rm(folder, { recursive: true })
})

const example = { id: 'AKIAIOSFODNN7EXAMPLE', key: ['wJalrXUtnFEMI', 'K7MDENG', 'bPxRfiCYEXAMPLEKEY'].join('/') }

test('the store of these tests finds the signature that the specification gives for its example', () => {
  const url = `/test.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=${example.id}%2F20130524%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host`
  const headers = { host: 'examplebucket.s3.amazonaws.com' }
  expect(signatureOf({ method: 'GET', url, headers }, example.key)).toBe(
    'aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404',
  )
})

test('an address is presigned as that store wants it', async () => {
  const bucket = {
    endpoint: 'https://s3.amazonaws.com',
    name: 'examplebucket',
    region: 'us-east-1',
    accessKeyId: example.id,
    secretAccessKey: example.key,
  }
  const storage = new S3Storage(bucket, () => new Date('2013-05-24T00:00:00Z'))
  const { host, pathname, search, searchParams } = new URL(await storage.presign('GET', 'test.txt'))
  const request = { method: 'GET', url: pathname + search, headers: { host } }
  expect(Object.fromEntries(searchParams)).toEqual({
    'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
    'X-Amz-Credential': `${example.id}/20130524/us-east-1/s3/aws4_request`,
    'X-Amz-Date': '20130524T000000Z',
    'X-Amz-Expires': '300',
    'X-Amz-SignedHeaders': 'host',
    'X-Amz-Signature': signatureOf(request, example.key),
  })
})

test.each([
  ['a folder', (): Storage => new FolderStorage(folder)],
  ['a bucket', (): Storage => new S3Storage(bucketOf())],
])('%s gives back what it took, byte for byte, and forgets it', async (_, make) => {
  const storage = make()
  const key = crypto.randomUUID()
  const bytes = pdf(300_000)
  for (let time = 0; time < 2; time += 1) {
    const path = join(folder, `incoming-${key}`)
    await writeFile(path, bytes)
    await storage.put(key, path, signal)
  }
  expect((await buffer(await storage.get(key, signal))).equals(bytes)).toBe(true)
  await storage.remove(key)
  await storage.remove(key)
  await expect(storage.get(key, signal)).rejects.toThrow()
})

test('E9: an address is for one method, one key, one content and five minutes', async () => {
  const storage = new S3Storage(bucketOf())
  const [key, bytes] = [crypto.randomUUID(), pdf()]
  const headers = { 'x-amz-content-sha256': sha256(bytes) }
  const address = await storage.presign('PUT', key, headers)
  const put = async (url: string, body: Buffer<ArrayBuffer>, sent: Record<string, string> = headers, method = 'PUT') =>
    (await fetch(url, { method, headers: sent, ...(method === 'PUT' && { body }) })).status
  expect(await put(address, bytes)).toBe(200)
  expect(await put(address, pdf())).toBe(400)
  expect(await put(address, pdf(), {})).toBe(403)
  expect(await put(address, bytes, headers, 'DELETE')).toBe(403)
  expect(await put(address.replace(key, crypto.randomUUID()), bytes)).toBe(403)
  expect(await put(address.replace('Expires=300', 'Expires=3000'), bytes)).toBe(403)
  const before = (minutes: number) => new S3Storage(bucketOf(), () => new Date(Date.now() - minutes * 60_000))
  expect(await put(await before(4).presign('PUT', key, headers), bytes)).toBe(200)
  expect(await put(await before(6).presign('PUT', key, headers), bytes)).toBe(403)
  const other = new S3Storage({ ...bucketOf(), secretAccessKey: 'another secret' })
  expect(await put(await other.presign('PUT', key, headers), bytes)).toBe(403)
})

test('files go to the bucket and come from it through the server alone; while the store is away they are refused', async () => {
  const main = await server({ clock: () => new Date('2024-03-04T03:00:00Z') })
  const own = await startServer({ bucket: bucketOf(), dataDirectory: folder, beside: main })
  const { person, assignment, signIn } = await makeDistrict()
  const headers = await headersOf(person('Sari'))
  const bytes = pdf(1_000_000)
  try {
    const sent = await send(headers, bytes, 'application/pdf', own.url)
    expect(sent).toMatchObject({ status: 201, data: { sha256: sha256(bytes) } })
    const { rows } = await main.database.pool.query<{ id: string }>(
      'select id from evidence_file where person_id = $1 and stored_at is not null',
      [person('Sari').slice(4)],
    )
    expect(store.objects.get(`/bukti/${rows[0]?.id}`)?.equals(bytes)).toBe(true)
    const plan = crypto.randomUUID()
    await main.database.pool.query(
      `insert into plan values ($1, $2, '2024-S1', 'AGREED', 3, 'DIRECT', 'FULL', null, null, '{}', '[]',
         '[{"name":"Wali kelas","decree":"800/1"}]', '[]', 0, '{}', false, false, '2024-02-01', null, null)`,
      [plan, assignment('Sari').slice(4)],
    )
    const document = { kind: 'DECREE', title: 'SK', issuer: 'SD', date: '2024-01-02', sha256: sha256(bytes) } as const
    const input = { plan: `pln_${plan}`, subject: { duty: 'Wali kelas' }, document }
    const evidence = await (await signIn('Sari')).attachEvidence({ input })
    const given = await fetch(new URL(`/evidence/${evidence?.id}`, own.url), { headers, redirect: 'error' })
    expect(sha256(Buffer.from(await given.arrayBuffer()))).toBe(sha256(bytes))
    expect(store.heard.slice(-2)).toEqual(['PUT OK', 'GET OK'])
  } finally {
    await own.stop()
  }
  const lost = await startServer({
    bucket: { ...bucketOf(), secretAccessKey: 'a wrong secret' },
    dataDirectory: folder,
    beside: main,
  })
  try {
    const another = pdf()
    const waiting = 'select sha256 from evidence_file where person_id = $1 and stored_at is null'
    expect(await send(headers, another, 'application/pdf', lost.url)).toMatchObject({
      status: 503,
      code: 'SERVICE_UNAVAILABLE',
    })
    // a row that says it never arrived: it can be sent again, and is swept after a day
    expect((await main.database.pool.query(waiting, [person('Sari').slice(4)])).rows).toEqual([
      { sha256: sha256(another) },
    ])
  } finally {
    await lost.stop()
  }
})

test('a folder that was on another disk takes files, too', async () => {
  const other = await mkdtemp('/dev/shm/kinerja-').catch(() => mkdtemp(join(tmpdir(), 'kinerja-')))
  try {
    const path = join(folder, 'here')
    await writeFile(path, 'x')
    await new FolderStorage(other).put('0123', path)
    expect(await readFile(join(other, '23', '0123'), 'utf8')).toBe('x')
  } finally {
    await rm(other, { recursive: true })
  }
})

test('a bucket is configured whole, or refused with what is missing', () => {
  const whole = {
    S3_ENDPOINT: 'https://s3.example.id/',
    S3_BUCKET: 'bukti',
    S3_ACCESS_KEY_ID: 'key',
    S3_SECRET_ACCESS_KEY: 'secret',
  }
  expect(readConfig({}).bucket).toBeUndefined()
  expect(readConfig(whole).bucket).toEqual({
    endpoint: 'https://s3.example.id',
    name: 'bukti',
    region: 'us-east-1',
    accessKeyId: 'key',
    secretAccessKey: 'secret',
  })
  for (const [name, value] of [
    ['S3_ENDPOINT', ''],
    ['S3_ENDPOINT', 's3.example.id'],
    ['S3_BUCKET', 'B'],
    ['S3_ACCESS_KEY_ID', ''],
    ['S3_SECRET_ACCESS_KEY', ''],
  ] as const)
    expect(() => readConfig({ ...whole, [name]: value }), name).toThrow(BadConfig)
})
