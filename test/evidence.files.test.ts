import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { mostBytes } from '../server/evidence/file/receive.ts'
import { makeDistrict } from './district.ts'
import { headersOf, jpeg, pdf, png, send, sha256, zip } from './files.ts'
import { server, startServer } from './support.ts'

const disk = vi.hoisted(() => ({ full: false }))
// what the kernel answers to who writes on a full disk
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>()
  const open: typeof real.open = (path, flags, mode) =>
    disk.full && typeof flags === 'number' ? real.open('/dev/full', 'w') : real.open(path, flags, mode)
  return { ...real, open }
})

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kinerja-files-'))
  await server({ dataDirectory: folder, clock: () => new Date('2024-03-04T03:00:00Z') })
})
afterAll(() => rm(folder, { recursive: true }))

/** Somebody who sends files. */
async function makeSari() {
  const district = await makeDistrict()
  return { district, headers: await headersOf(district.person('Sari')) }
}

/** What is on the disk: of those that arrive, and of those that are kept. */
const onDisk = () => {
  const place = join(folder, 'evidence')
  const all = existsSync(place) ? readdirSync(place, { recursive: true, withFileTypes: true }) : []
  const names = all.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name))
  const arriving = names.filter((name) => name.includes('incoming'))
  return { arriving: arriving.length, kept: names.length - arriving.length }
}

const rowsOf = async (person: string) =>
  (
    await (
      await server()
    ).database.pool.query<{ stored: boolean }>(
      'select stored_at is not null as stored from evidence_file where person_id = $1',
      [person.slice(4)],
    )
  ).rows

/** A plan of Sari's with a piece of evidence that is this file. */
async function attach(district: Awaited<ReturnType<typeof makeDistrict>>, bytes: Buffer): Promise<string> {
  const plan = randomUUID()
  await (await server()).database.pool.query(
    `insert into plan values ($1, $2, '2024-S1', 'AGREED', 3, 'DIRECT', 'FULL', null, null, '{}', '[]',
       '[{"name":"Wali kelas","decree":"800/1"}]', '[]', 0, '{}', false, false, '2024-02-01', null, null)`,
    [plan, district.assignment('Sari').slice(4)],
  )
  const sari = await district.signIn('Sari')
  const document = { kind: 'DECREE', title: 'SK', issuer: 'SD', date: '2024-01-02', sha256: sha256(bytes) } as const
  const attached = await sari.attachEvidence({
    input: { plan: `pln_${plan}`, subject: { duty: 'Wali kelas' }, document },
  })
  return attached?.id ?? ''
}

const get = async (id: string, headers: Record<string, string>) =>
  fetch(new URL(`/evidence/${id}`, (await server()).url), { headers })

test('E7: a file of 10 MB is kept as it is, and one byte more is refused with nothing left behind', async () => {
  const { district, headers } = await makeSari()
  const before = onDisk()
  const bytes = pdf(mostBytes)
  expect(await send(headers, bytes)).toMatchObject({
    status: 201,
    data: { sha256: sha256(bytes), mediaType: 'application/pdf', bytes: 10_485_760 },
  })
  expect(await send(headers, pdf(mostBytes + 1))).toMatchObject({ status: 413, code: 'BAD_REQUEST' })
  expect(await send(headers, pdf(3 * mostBytes)).catch(() => 'cut')).toSatisfy(
    (answer) => answer === 'cut' || answer.status === 413,
  )
  expect(onDisk()).toEqual({ arriving: 0, kept: before.kept + 1 })
  expect(await rowsOf(district.person('Sari'))).toEqual([{ stored: true }])
})

test('a body without a length that never ends is cut', async () => {
  const { headers } = await makeSari()
  const { port, hostname } = new URL((await server()).url)
  const socket = connect(Number(port), hostname).on('error', () => undefined)
  let heard = ''
  socket.on('data', (text) => {
    heard += text
  })
  socket.write(`${headOf(headers)}transfer-encoding: chunked\r\n\r\n`)
  const piece = `100000\r\n${'x'.repeat(1 << 20)}\r\n`
  let written = 0
  while (!socket.destroyed && written < 200 << 20) {
    written += piece.length
    if (!socket.write(piece)) await new Promise((resolve) => socket.once('drain', resolve).once('close', resolve))
  }
  expect(written).toBeLessThan(40 << 20)
  expect(heard).toMatch(/^HTTP\/1\.1 413 |^$/)
  await vi.waitFor(() => expect(onDisk().arriving).toBe(0))
})

const headOf = ({ authorization }: Record<string, string>) =>
  `POST /evidence HTTP/1.1\r\nhost: x\r\nauthorization: ${authorization}\r\ncontent-type: application/pdf\r\n`

const executable = Buffer.concat([Buffer.from('MZ\x90\0', 'latin1'), Buffer.alloc(500)])
const eicar = Buffer.from('X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*')

test.each([
  ['a renamed executable', executable, 'application/pdf'],
  ['an ELF', Buffer.concat([Buffer.from('\x7fELF', 'latin1'), Buffer.alloc(500)]), 'image/png'],
  ['a test virus', eicar, 'application/pdf'],
  ['a page', Buffer.from('<!doctype html><script>alert(1)</script>'), 'application/pdf'],
  ['a drawing with a script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'image/png'],
  ['a GIF', Buffer.from('GIF89a'), 'image/jpeg'],
  ['a ZIP', zip(), 'application/pdf'],
  ['a PDF with something before it', Buffer.concat([Buffer.from('#!/bin/sh\n'), pdf()]), 'application/pdf'],
  ['a PDF with a ZIP after it', Buffer.concat([pdf(), zip()]), 'application/pdf'],
  ['a PDF inside the comment of a ZIP', Buffer.concat([pdf(), zip('\n%%EOF')]), 'application/pdf'],
  ['a picture with a ZIP after it', Buffer.concat([jpeg(), zip()]), 'image/jpeg'],
  ['a picture with a ZIP after it, and pieces of another', Buffer.concat([png(), zip(), zip()]), 'image/png'],
  ['a picture that is a PDF as well', jpeg('%PDF-1.4'), 'image/jpeg'],
  ['a picture that goes on', Buffer.concat([png(), Buffer.from('<script>')]), 'image/png'],
  ['a picture of 3,600 million pixels', png(60_000, 60_000), 'image/png'],
  ['half a PDF', pdf().subarray(0, 900), 'application/pdf'],
  ['half a picture', png().subarray(0, 20), 'image/png'],
])('E7: %s is refused by its content', async (_, bytes, type) => {
  const { district, headers } = await makeSari()
  const before = onDisk()
  expect(await send(headers, Buffer.from(bytes), type)).toMatchObject({ status: 415, code: 'BAD_REQUEST' })
  expect(onDisk()).toEqual(before)
  expect(await rowsOf(district.person('Sari'))).toEqual([])
})

test.each([
  ['a JPEG', jpeg(), 'image/jpeg'],
  ['a PNG', png(), 'image/png'],
  ['a PDF that says it is a picture', pdf(), 'image/png'],
])('%s is known by its content', async (_, bytes, type) => {
  const { headers } = await makeSari()
  const { status, data } = await send(headers, bytes, type)
  expect(status).toBe(201)
  expect(data?.mediaType).toBe({ 255: 'image/jpeg', 137: 'image/png', 37: 'application/pdf' }[bytes[0] ?? 0])
})

test('E10: what is compressed, in parts, from a form, or nothing, is refused with what to do', async () => {
  const { headers } = await makeSari()
  const bomb = Buffer.from(gzipSync(Buffer.alloc(50_000_000)))
  expect(await send({ ...headers, 'content-encoding': 'gzip' }, bomb)).toMatchObject({ status: 415 })
  expect(await send(headers, bomb)).toMatchObject({ status: 415 })
  const broken = Buffer.from('--x\r\ncontent-disposition: form-data; name="file"; filename="../../x.pdf"\r\n\r\n%PDF')
  for (const type of [
    'multipart/form-data; boundary=x',
    'multipart/form-data',
    'application/x-www-form-urlencoded',
    'text/plain',
    '',
  ])
    expect(await send(headers, broken, type)).toMatchObject({
      status: 415,
      code: 'BAD_REQUEST',
      message: expect.stringContaining('Send the file itself as the body'),
    })
  expect(await send(headers, Buffer.alloc(0))).toMatchObject({ status: 400, code: 'BAD_REQUEST' })
  expect(onDisk().arriving).toBe(0)
})

test('E10: a client that stops half-way leaves nothing, and can send it again', async () => {
  const { district, headers } = await makeSari()
  const before = onDisk()
  const { url } = await server()
  const { port, hostname } = new URL(url)
  for (const end of ['destroy', 'end'] as const) {
    const socket = connect(Number(port), hostname).on('error', () => undefined)
    socket.write(`${headOf(headers)}content-length: 1000000\r\n\r\n`)
    socket.write(pdf(500_000))
    await vi.waitFor(() => expect(onDisk().arriving).toBe(1))
    socket[end]()
    await vi.waitFor(() => expect(onDisk()).toEqual({ arriving: 0, kept: before.kept }))
  }
  expect(await rowsOf(district.person('Sari'))).toEqual([])
  expect(await send(headers, pdf(1_000_000))).toMatchObject({ status: 201 })
})

test('E10: the same file twice, one after the other or at once, is kept once', async () => {
  const { district, headers } = await makeSari()
  const before = onDisk()
  const bytes = pdf(200_000)
  const answers = await Promise.all(Array.from({ length: 5 }, () => send(headers, bytes)))
  answers.push(await send(headers, bytes))
  expect(new Set(answers.map(({ status, data }) => `${status} ${data?.sha256}`))).toEqual(
    new Set([`201 ${sha256(bytes)}`]),
  )
  expect(onDisk()).toEqual({ arriving: 0, kept: before.kept + 1 })
  expect(await rowsOf(district.person('Sari'))).toEqual([{ stored: true }])
})

test('G8: on a full disk a file is refused with what to do, nothing of it stays, and afterwards all is well', async () => {
  const { district, headers } = await makeSari()
  const before = onDisk()
  disk.full = true
  try {
    const { response, ...answer } = await send(headers, pdf(500_000))
    expect(answer).toMatchObject({
      status: 503,
      code: 'SERVICE_UNAVAILABLE',
      message: expect.stringContaining('no room'),
    })
    expect(response.headers.get('retry-after')).toBe('1')
  } finally {
    disk.full = false
  }
  expect(onDisk()).toEqual(before)
  expect(await rowsOf(district.person('Sari'))).toEqual([])
  expect(await send(headers, pdf())).toMatchObject({ status: 201 })
})

test('who is not signed in, or can have no evidence, sends nothing; and what it costs is paid', async () => {
  const operator = { authorization: `Bearer ${await operatorToken()}` }
  expect(await send({}, pdf())).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' })
  expect(await send({ authorization: 'Bearer wrong' }, pdf())).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' })
  expect(await send(operator, pdf())).toMatchObject({ status: 403, code: 'FORBIDDEN' })
  const poor = await startServer({
    budget: { capacity: 12_000, perSecond: 10 },
    dataDirectory: folder,
    beside: await server(),
  })
  try {
    const { headers } = await makeSari()
    const sent = async () => send(headers, pdf(), 'application/pdf', poor.url)
    expect((await sent()).response.headers.get('x-ratelimit-remaining')).toBe('7000')
    expect(await sent()).toMatchObject({ status: 201 })
    const { response, ...refused } = await sent()
    expect(refused).toMatchObject({ status: 429, code: 'RATE_LIMITED' })
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0)
  } finally {
    await poor.stop()
  }
})

test('who has sent a hundred files and attached none waits, or attaches them', async () => {
  const { district, headers } = await makeSari()
  const { database } = await server()
  await database.pool.query(
    `insert into evidence_file select gen_random_uuid(), $1, encode(sha256(n::text::bytea), 'hex'), 'image/png', 1, now(), now()
     from generate_series(1, 100) n`,
    [district.person('Sari').slice(4)],
  )
  expect(await send(headers, pdf())).toMatchObject({ status: 409, code: 'CONFLICT' })
})

test('E7, E8: a file is given by the same right as its row, with headers that let no browser run it, and on record', async () => {
  const { district, headers } = await makeSari()
  const bytes = pdf(300_000)
  await send(headers, bytes)
  const evidence = await attach(district, bytes)
  for (const name of ['Sari', 'Budi', 'Ratna'] as const) {
    const response = await get(evidence, await headersOf(district.person(name)))
    expect(response.status).toBe(200)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': '300000',
      'content-disposition': `attachment; filename="${evidence}.pdf"`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
      'referrer-policy': 'no-referrer',
      'x-request-id': expect.any(String),
    })
    expect(sha256(Buffer.from(await response.arrayBuffer()))).toBe(sha256(bytes))
  }
  const refusals = [
    [evidence, await headersOf(district.person('Agus')), 404, 'NOT_FOUND'],
    [evidence, await headersOf(district.person('Hadi')), 404, 'NOT_FOUND'],
    ['evd_01890000-0000-7000-8000-000000000000', headers, 404, 'NOT_FOUND'],
    ['evd_x', headers, 404, 'NOT_FOUND'],
    ['..%2f..%2fpasswd', headers, 404, 'NOT_FOUND'],
    [evidence, {}, 401, 'UNAUTHENTICATED'],
  ] as const
  for (const [id, who, status, code] of refusals) {
    const response = await get(id, who)
    expect(response.status).toBe(status)
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code, requestId: expect.any(String) } }] })
  }
  const { database } = await server()
  const entries = await vi.waitFor(async () => {
    const { rows } = await database.pool.query(
      `select person.name, action from audit_entry join person on person.id = person_id
       where subjects @> array[$1::uuid] and type = 'Evidence' and action <> 'attachEvidence' order by action, name`,
      [district.person('Sari').slice(4)],
    )
    expect(rows.length).toBeGreaterThanOrEqual(5)
    return rows.map(({ name, action }) => `${name} ${action}`)
  })
  expect(entries).toEqual(['Budi DOWNLOAD', 'Ratna DOWNLOAD', 'Sari DOWNLOAD', 'Budi READ', 'Ratna READ'])
})

test('evidence without a file gives none, and other methods are not there', async () => {
  const { url } = await server()
  for (const [path, method, status] of [
    ['/evidence', 'GET', 405],
    ['/evidence/evd_x', 'DELETE', 405],
    ['/evidence/evd_x/y', 'GET', 404],
  ] as const)
    expect((await fetch(new URL(path, url), { method })).status, path).toBe(status)
})

test('E10: a file that waits a day is forgotten, as is what never arrived whole; what is attached stays', async () => {
  const { district, headers } = await makeSari()
  const { database, pool } = await server()
  const [old, fresh, proof] = [pdf(), pdf(), pdf()]
  for (const bytes of [old, fresh, proof]) await send(headers, bytes)
  const evidence = await attach(district, proof)
  await database.pool.query(
    `update evidence_file set at = now() - interval '25 hours' where person_id = $1 and sha256 <> $2`,
    [district.person('Sari').slice(4), sha256(fresh)],
  )
  const before = onDisk()
  const { Files } = await import('../server/evidence/file/files.ts')
  const { FolderStorage } = await import('../server/evidence/file/folder-storage.ts')
  await new Files(pool, new FolderStorage(join(folder, 'evidence'))).sweep()
  expect(onDisk().kept).toBe(before.kept - 1)
  expect(await rowsOf(district.person('Sari'))).toEqual([{ stored: true }, { stored: true }])
  expect((await get(evidence, headers)).status).toBe(200)
  // what was forgotten can be sent again
  expect(await send(headers, old)).toMatchObject({ status: 201 })
  expect(onDisk().kept).toBe(before.kept)
})

// another process, so that what it holds is not counted
const crowd = `
  const { request } = require('node:http')
  const [url, bytes, ...tokens] = process.argv.slice(1)
  const piece = Buffer.alloc(16384, 'x')
  const one = (index) => new Promise((resolve, reject) => {
    const [head, tail] = [Buffer.from('%PDF-1.7 ' + index), Buffer.from('\\n%%EOF\\n')]
    let left = bytes - head.length - tail.length
    const headers = { authorization: tokens[index % tokens.length], 'content-type': 'application/pdf', 'content-length': bytes }
    const asked = request(url, { method: 'POST', headers }, (answer) => answer.resume().on('end', () => resolve(answer.statusCode)))
    asked.on('error', reject).write(head)
    const go = () => {
      while (left > 0) {
        const part = piece.subarray(0, Math.min(left, piece.length))
        left -= part.length
        if (!asked.write(part)) return asked.once('drain', go)
      }
      asked.end(tail)
    }
    go()
  })
  // a database that is asked by a hundred at once may say: again later
  const sent = (index, again = 5) => one(index).then((status) => status === 503 && again ? sent(index, again - 1) : status)
  Promise.all(Array.from({ length: 100 }, (_, index) => sent(index))).then((all) => console.log(JSON.stringify([...new Set(all)])))
`

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

/** How much memory is held, without what waits to be collected. */
const held = () => {
  collect()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

test('a hundred files of 10 MB at once grow the server by less than 100 MB', async () => {
  const people = await Promise.all(Array.from({ length: 5 }, makeSari))
  const before = onDisk()
  const start = held()
  let most = 0
  const watching = setInterval(() => {
    most = Math.max(most, held() - start)
  }, 1_000)
  const address = new URL('/evidence', (await server()).url).href
  const tokens = people.map(({ headers }) => headers['authorization'] ?? '')
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', crowd, address, String(mostBytes), ...tokens])
  clearInterval(watching)
  expect(JSON.parse(stdout)).toEqual([201])
  expect(onDisk()).toEqual({ arriving: 0, kept: before.kept + 100 })
  expect(most).toBeLessThan(100 * 1024 * 1024)
}, 120_000)

async function operatorToken(): Promise<string> {
  const { signToken } = await import('../server/access/token.ts')
  const { secret } = await import('./support.ts')
  return signToken(secret, { role: 'OPERATOR' }, 1)
}
