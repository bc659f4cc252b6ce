import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'

const list = (...nodes: unknown[]) => ({ nodes, pageInfo: { hasNextPage: false, endCursor: null } })

const place = (id: string, parentId: string | null, position: string, descendantCount: number) => {
  const assignment = { person: { name: `Nama ${id}` }, position, school: null, office: { name: 'Dinas Kota Surabaya' } }
  return { id, parentId, descendantCount, assignment }
}

const teacher = (number: number) => ({ person: { name: `Guru ${number}` }, school: { name: 'SD 1' } })

const data: Record<string, unknown> = {
  offices: { offices: list({ id: 'off_1' }) },
  office: { node: { name: 'Dinas Kota Surabaya', head: { id: '1' } } },
  supervisionTree: { supervisionTree: list(place('1', null, 'OFFICE_HEAD', 1), place('2', '1', 'TEACHER', 0)) },
  teachers: { teachers: list(teacher(1), teacher(2), teacher(3)) },
}

const asked: unknown[] = []
const server = createServer(async (request, response) => {
  let body = ''
  for await (const chunk of request) body += chunk
  const { operationName, variables } = JSON.parse(body)
  asked.push(variables)
  response.end(JSON.stringify({ data: data[operationName] }))
})

beforeAll(async () => void (await once(server.listen(0, '127.0.0.1'), 'listening')))
afterAll(() => void server.close())

const run = async (...options: string[]) => {
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`
  const env = { ...process.env, KINERJA_URL: url, KINERJA_TOKEN: 'secret' }
  return (await promisify(execFile)(process.execPath, ['--import', 'tsx', ...options], { env })).stdout
}

test('examples/tree.ts draws the tree below the head of an office', async () => {
  expect(await run('examples/tree.ts', '--office', '35.78', '--as-of', '2026-01-31', '--depth', '2')).toBe(
    'Nama 1  OFFICE_HEAD · Dinas Kota Surabaya  (1 below)\n└─ Nama 2  TEACHER · Dinas Kota Surabaya\n',
  )
  expect(asked).toEqual([
    { filter: { code: '35.78' } },
    { id: 'off_1', asOf: '2026-01-31' },
    { root: '1', asOf: '2026-01-31', maxDepth: 2, first: 2_000 },
  ])
})

test('examples/teachers.ts prints no more teachers than it was told to', async () => {
  expect(await run('examples/teachers.ts', '--limit', '2')).toBe('Guru 1 · SD 1\nGuru 2 · SD 1\n')
})
