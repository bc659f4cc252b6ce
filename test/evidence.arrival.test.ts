import { execFile } from 'node:child_process'
import { connect } from 'node:net'
import { promisify } from 'node:util'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test, vi } from 'vitest'
import { mostBytes } from '../server/evidence/file/receive.ts'
import { folder, makeSari, onDisk, rowsOf } from './evidence/scene.ts'
import { pdf, send, sha256 } from './files.ts'
import { server, startServer } from './support.ts'

const disk = vi.hoisted(() => ({ full: false }))
// what the kernel answers to who writes on a full disk
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>()
  const open: typeof real.open = (path, flags, mode) =>
    disk.full && typeof flags === 'number' ? real.open('/dev/full', 'w') : real.open(path, flags, mode)
  return { ...real, open }
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
}, 600_000)

async function operatorToken(): Promise<string> {
  const { signToken } = await import('../server/access/token.ts')
  const { secret } = await import('./support.ts')
  return signToken(secret, { role: 'OPERATOR' }, 1)
}
