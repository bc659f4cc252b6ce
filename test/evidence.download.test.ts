import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import type { makeDistrict } from './district.ts'
import { folder, makeSari, onDisk, rowsOf } from './evidence/scene.ts'
import { headersOf, pdf, send, sha256 } from './files.ts'
import { server } from './support.ts'

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
