import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { makeDistrict } from '../district.ts'
import { headersOf } from '../files.ts'
import { server } from '../support.ts'

/** Where the server of these tests keeps files. */
export const folder = join(tmpdir(), `kinerja-files-${randomUUID()}`)

beforeAll(async () => {
  await mkdir(folder)
  await server({ dataDirectory: folder, clock: () => new Date('2024-03-04T03:00:00Z') })
})

afterAll(() => rm(folder, { recursive: true }))

/** Somebody who sends files. */
export async function makeSari() {
  const district = await makeDistrict()
  return { district, headers: await headersOf(district.person('Sari')) }
}

/** What is on the disk: of those that arrive, and of those that are kept. */
export const onDisk = () => {
  const place = join(folder, 'evidence')
  const all = existsSync(place) ? readdirSync(place, { recursive: true, withFileTypes: true }) : []
  const names = all.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name))
  const arriving = names.filter((name) => name.includes('incoming'))
  return { arriving: arriving.length, kept: names.length - arriving.length }
}

/** Whether each file that a person has sent is kept. */
export const rowsOf = async (person: string) =>
  (
    await (
      await server()
    ).database.pool.query<{ stored: boolean }>(
      'select stored_at is not null as stored from evidence_file where person_id = $1',
      [person.slice(4)],
    )
  ).rows
