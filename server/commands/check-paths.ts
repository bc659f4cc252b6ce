import { parseArgs } from 'node:util'
import type { ClientBase } from 'pg'
import { type PathRow, pathDifferences, rebuildPaths } from '../supervision/path.ts'
import { command, Unable } from './command.ts'

const usage =
  'usage: npm run check-paths -- [--repair]\n' +
  '       compares supervision_path with the edges it is made of; --repair makes it agree, in one transaction'

/** Compares, repairs if told to, and says whether paths and edges agree. */
await command(async ({ pool }) => {
  const { repair } = readArguments()
  const client = await pool.connect()
  try {
    if (await check(client)) return 0
    if (!repair) return 1
    await mend(client)
    return 0
  } finally {
    client.release()
  }
})

function readArguments(): { repair: boolean } {
  try {
    return parseArgs({ options: { repair: { type: 'boolean', default: false } } }).values
  } catch (error) {
    throw new Unable(`${error instanceof Error ? error.message : error}\n${usage}`)
  }
}

async function check(client: ClientBase): Promise<boolean> {
  // one snapshot for all queries: an import may be going on
  await client.query('begin isolation level repeatable read read only')
  const { missing, missingCount, surplus, surplusCount } = await pathDifferences(client)
  const { rows } = await client.query<{ paths: string; edges: string }>(
    'select (select count(*) from supervision_path) as paths, (select count(*) from supervision) as edges',
  )
  await client.query('commit')
  const [{ paths, edges } = { paths: 0, edges: 0 }] = rows
  if (missingCount + surplusCount === 0) {
    console.log(`${format(paths)} paths agree with ${format(edges)} edges`)
    return true
  }
  console.log(`${format(paths)} paths do not agree with ${format(edges)} edges`)
  report('missing', missing, missingCount)
  report('surplus', surplus, surplusCount)
  return false
}

async function mend(client: ClientBase): Promise<void> {
  await client.query('begin')
  await rebuildPaths(client)
  await client.query('commit')
  console.log('repaired')
}

function report(kind: string, rows: readonly PathRow[], count: number): void {
  for (const { descendant, ancestor, parent, capacity, depth, validity } of rows) {
    console.log(`${kind}: ${descendant} below ${ancestor} by ${parent}, ${capacity}, depth ${depth}, ${validity}`)
  }
  if (count > rows.length) console.log(`${kind}: ${format(count - rows.length)} more`)
}

function format(count: number | string): string {
  return Number(count).toLocaleString('en')
}
