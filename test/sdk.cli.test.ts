import { once } from 'node:events'
import { readFile, stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { progressOn } from '../sdk/cli/progress.ts'
import { signToken } from '../server/access/token.ts'
import { makeDistrict } from './district.ts'
import { sitDown } from './sdk/cli.ts'
import { secret, server } from './support.ts'

const operator = () => signToken(secret, { role: 'OPERATOR' }, 1)

/** An operator at a shell, signed in by the environment. */
const analyst = async () => sitDown({ KINERJA_URL: (await server()).url, KINERJA_TOKEN: await operator() })

const staff = (office: string, first: number) => `
# The query reads who works in a district.
query staff($after: String) {
  teachers(filter: { office: "${office}" }, orderBy: { field: NAME, direction: ASC }, first: ${first}, after: $after) {
    nodes { person { name } school { npsn office { code } } until }
    pageInfo { hasNextPage endCursor }
    totalCount
  }
}`

test('a query becomes a table, a column for each value, all pages of it', async () => {
  const { code, office } = await makeDistrict()
  const shell = await analyst()
  await shell.write('staff.graphql', staff(office, 1))
  const npsn = (await shell.type(['query', 'staff.graphql', '--ndjson'])).out.match(/"npsn":"(\d+)"/)?.[1]
  expect(await shell.type(['query', 'staff.graphql', '--all', '--csv'])).toEqual({
    out: `person.name,school.npsn,school.office.code,until\r\nAgus,${npsn},${code},\r\nSari,${npsn},${code},\r\n`,
    err: '',
    code: 0,
  })
  const { out } = await shell.type(['query', 'staff.graphql', '--csv'])
  expect(out.split('\r\n')).toHaveLength(3)
  const lines = (await shell.type(['query', 'staff.graphql', '--all', '--ndjson'])).out.trim().split('\n')
  expect(lines.map((line) => JSON.parse(line).person.name)).toEqual(['Agus', 'Sari'])
  const { teachers } = JSON.parse((await shell.type(['query', 'staff.graphql', '--all'])).out)
  expect(teachers.nodes).toHaveLength(2)
  expect(teachers.totalCount).toBe(2)
})

test('edges, a plain list and a single thing become rows as well', async () => {
  const { office, code } = await makeDistrict()
  const shell = await analyst()
  const edges = staff(office, 1).replace('nodes {', 'edges { node {').replace('until }', 'until } }')
  const { out } = await shell.type(['query', '-', '--all', '--csv'], edges)
  expect(out.split('\r\n').map((line) => line.split(',')[0])).toEqual(['person.name', 'Agus', 'Sari', ''])
  const one = 'query office($id: ID!) { node(id: $id) { ... on Office { code } } }'
  expect((await shell.type(['query', '-', '--csv', '--variables', `{"id":"${office}"}`], one)).out).toBe(
    `node.code\r\n${code}\r\n`,
  )
  expect((await shell.type(['query', '-', '--ndjson'], 'query periods { periods { code } }')).out).toContain(
    '{"code":"2025"}\n',
  )
})

test('a name that a spreadsheet would calculate is harmless in a table, and itself in NDJSON', async () => {
  const { office, person } = await makeDistrict()
  const { database } = await server()
  const name = '=HYPERLINK("http://thief.example","Sari")'
  await database.pool.query('update person set name = $1 where id = $2', [name, person('Sari').slice(4)])
  const shell = await analyst()
  await shell.write('staff.graphql', staff(office, 50))
  const table = await shell.type(['query', 'staff.graphql', '--csv'])
  expect(table.out).toContain(`\r\n"'=HYPERLINK(""http://thief.example"",""Sari"")",`)
  const { out } = await shell.type(['query', 'staff.graphql', '--ndjson'])
  expect(out).toContain(JSON.stringify(name))
})

test('the tree of an office is drawn, or a table, as it was on a day', async () => {
  const { code } = await makeDistrict()
  const shell = await analyst()
  const now = await shell.type(['tree', '--office', code])
  expect(now.err).toBe('')
  expect(now.out).toMatch(/^Ratna {2}OFFICE_HEAD · Dinas Pendidikan .+ {2}\(4 below\)\n├─ /)
  expect(now.out).toMatch(/└─ Budi {2}PRINCIPAL · SD Negeri \d+ {2}\(2 below\)\n {3}├─ (Sari|Agus) {2}TEACHER/)
  const then = await shell.type(['tree', '--office', code, '--as-of', '2023-10-15', '--csv', '--out', 'then.csv'])
  expect(then).toEqual({ out: '', err: '', code: 0 })
  const [header, ...rows] = (await readFile(join(shell.folder, 'then.csv'), 'utf8')).trim().split('\r\n')
  expect(header).toMatch(/^id,parentId,depth,childCount,descendantCount,assignment\./)
  expect(rows.map((row) => row.match(/Ratna|Dewi|Hadi|Budi|Sari|Agus/)?.[0]).toSorted()).toEqual(
    ['Ratna', 'Dewi', 'Hadi', 'Sari', 'Agus'].toSorted(),
  )
  expect((await shell.type(['tree', '--office', code, '--depth', '0'])).out.trim().split('\n')).toHaveLength(1)
})

test('who has signed in is remembered, for himself and for that server alone', async () => {
  const { url } = await server()
  const shell = await sitDown()
  const token = await operator()
  const query = ['query', '-', '--ndjson']
  const who = 'query who { viewer { role } }'
  expect(await shell.type(query, who)).toMatchObject({ code: 2, err: expect.stringContaining('kinerja login --url') })
  const signed = await shell.type(['login', '--url', url], `${token}\n`)
  expect(signed).toEqual({ out: '', err: `Signed in at ${url}: OPERATOR\n`, code: 0 })
  const { mode } = await stat(join(shell.folder, 'config/kinerja/session.json'))
  expect(mode & 0o777).toBe(0o600)
  expect((await shell.type(query, who)).out).toBe('{"viewer":{"role":"OPERATOR"}}\n')
  const elsewhere = url.replace('127.0.0.1', 'localhost')
  expect((await shell.type([...query, '--url', elsewhere], who)).out).toBe('{"viewer":null}\n')
  expect((await shell.type(['login'], 'wrong')).code).toBe(1)
  expect((await shell.type(query, who)).out).toContain('OPERATOR')
  expect((await shell.type(['logout'])).code).toBe(0)
  expect((await shell.type([...query, '--url', url], who)).out).toBe('{"viewer":null}\n')
})

test('what the server refuses is told as it says it, with its suggestion', async () => {
  const shell = await analyst()
  const typo = await shell.type(['query', '-'], 'query offices { offices { nodes { nmae } } }')
  expect(typo.code).toBe(1)
  expect(typo.out).toBe('')
  expect(typo.err).toMatch(/^kinerja: GRAPHQL_VALIDATION_FAILED: .*Did you mean "name"/)
  const nowhere = await shell.type(['tree', '--office', '99.99'])
  expect(nowhere).toEqual({ out: '', err: 'kinerja: There is no office 99.99.\n', code: 1 })
})

test.each([
  [[], 'kinerja query FILE'],
  [['qurey'], 'There is no command "qurey"'],
  [['constructor'], 'There is no command "constructor"'],
  [['query'], 'Name a file'],
  [['query', 'missing.graphql'], 'missing.graphql cannot be read (ENOENT)'],
  [['query', 'a.graphql', 'b.graphql'], 'What is "b.graphql" for?'],
  [['query', 'a.graphql', '--cvs'], "Unknown option '--cvs'"],
  [['query', 'a.graphql', '--csv', '--ndjson'], 'Choose one: --csv or --ndjson'],
  [['query', 'a.graphql', '--variables', '[1]'], '--variables is an object of JSON'],
  [['query', '-'], 'holds no query with a name'],
  [['query', 'periods.graphql', '--all'], '$after: String'],
  [['tree'], 'Name an office'],
  [['tree', '--office', '35', '--depth', 'two'], '--depth is a number'],
  [['tree', '--office', '35', '--url', 'ftp://kinerja.example'], '--url is an address'],
])('wrong usage is told and is exit code 2: %j', async (args, told) => {
  const shell = await sitDown({ KINERJA_URL: 'http://127.0.0.1:9/graphql' })
  await shell.write('periods.graphql', 'query periods { periods { code } }')
  const { out, err, code } = await shell.type(args)
  expect(err).toContain(told)
  expect([out, code]).toEqual(['', 2])
})

test('no answer is exit code 3, and the token is not shown', async () => {
  const shell = await sitDown({ KINERJA_TOKEN: 'kinerja-secret' })
  const page = createServer((_, response) => void response.end('<html>kinerja-secret</html>'))
  page.listen(0, '127.0.0.1')
  await once(page, 'listening')
  const url = `http://127.0.0.1:${(page.address() as AddressInfo).port}/`
  const wrong = await shell.type(
    ['query', '-', '--url', url, '--out', 'periods.json'],
    'query periods { periods { code } }',
  )
  page.close()
  expect(wrong.err).toMatch(/no GraphQL.\nkinerja: Is the URL right\?/)
  expect(wrong.err).not.toContain('secret')
  expect([wrong.out, wrong.code]).toEqual(['', 3])
  await expect(stat(join(shell.folder, 'periods.json'))).rejects.toThrow('ENOENT')
  await expect(stat(join(shell.folder, 'periods.json.part'))).rejects.toThrow('ENOENT')
})

test('Ctrl-C ends it at once', async () => {
  const silent = createServer(() => {})
  silent.listen(0, '127.0.0.1')
  await once(silent, 'listening')
  const url = `http://127.0.0.1:${(silent.address() as AddressInfo).port}/graphql`
  const child = (await sitDown()).start('query', '-', '--url', url)
  child.stdin.end('query periods { periods { code } }')
  await once(silent, 'request')
  child.kill('SIGINT')
  expect(await once(child, 'exit')).toEqual([130, null])
  silent.closeAllConnections()
  silent.close()
})

test('at a terminal one line tells how far it is', () => {
  const written: string[] = []
  const stream = (isTTY: boolean) => ({ isTTY, write: (text: string) => written.push(text) > 0 })
  const show = (isTTY: boolean) => {
    const progress = progressOn(stream(isTTY))
    progress.show(2_000, 104_000)
    progress.show(4_000, undefined)
    progress.end()
    return written.splice(0)
  }
  expect(show(true)).toEqual(['\r\u001b[K2,000 of 104,000 rows', '\r\u001b[K4,000 rows', '\r\u001b[K'])
  expect(show(false)).toEqual([])
})

test('help is told to whoever asks for it', async () => {
  const shell = await sitDown()
  const { out, code } = await shell.type(['query', '--help'])
  expect(out).toContain('Exit codes: 0 done')
  expect(code).toBe(0)
  expect((await shell.type(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/)
})
