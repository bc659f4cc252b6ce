import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { mostBytes } from '../server/evidence/file/receive.ts'
import { makeSari, onDisk, rowsOf } from './evidence/scene.ts'
import { jpeg, pdf, png, send, sha256, zip } from './files.ts'

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
