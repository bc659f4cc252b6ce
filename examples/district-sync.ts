// A district app's nightly job, with an API key (SUPERVISION_READ): reads the tree of an office, compares it with the last one, and prints
// what changed as NDJSON; the first time everybody is added. Killed half-way, it goes on from its last page when it is started again:
//   KINERJA_TOKEN=kinerja_live_… node --import tsx examples/district-sync.ts --office 35.78 --state DIR [--day 2026-03-02] [--page-size 500]
// DIR/35.78 then holds reading/ (the pages so far), trees/ (the last two) and changes/ (all), each by day.
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { createClient, growTree, type SupervisionTreeNode, type Tree, TreeError, treeDifference } from '../sdk/index.ts'

type Place = SupervisionTreeNode
type Page = Awaited<ReturnType<typeof client.supervisionTree>>

const { values } = parseArgs({
  options: {
    office: { type: 'string', default: '35.78' },
    state: { type: 'string', default: '.district-sync' },
    day: { type: 'string', default: new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Jakarta' }).format() },
    'page-size': { type: 'string', default: '500' },
  },
})
const { day } = values
const home = join(values.state, values.office)
const [reading, trees, changes] = ['reading', 'trees', 'changes'].map((name) => join(home, name)) as [
  string,
  string,
  string,
]

const client = createClient({
  url: process.env['KINERJA_URL'] ?? 'http://localhost:4000/graphql',
  token: process.env['KINERJA_TOKEN'],
})

if (!(await namesIn(trees)).includes(`${day}.json`)) await sync()
process.stdout.write(await readFile(join(changes, `${day}.ndjson`), 'utf8'))

/** Reads today's tree and what became of the last one. Each step may be the last: whoever starts again does only what is left. */
async function sync(): Promise<void> {
  const tree = await readTree(await findRoot())
  const last = (await namesIn(trees)).filter((name) => name < `${day}.json`).at(-1)
  const before = last ? growTree<Place>(await readJson(join(trees, last))) : null
  await write(join(changes, `${day}.ndjson`), [...differences(before, tree)].map((line) => `${line}\n`).join(''))
  await write(join(trees, `${day}.json`), JSON.stringify(Array.from(tree.walk(), ({ value }) => value)))
  await rm(reading, { recursive: true })
  for (const name of (await namesIn(trees)).slice(0, -2)) await rm(join(trees, name))
}

/** The assignment of the head of the office. */
async function findRoot(): Promise<string> {
  const [found] = (await client.offices({ filter: { code: values.office } })).nodes
  if (!found) throw new Error(`There is no office ${values.office}.`)
  const office = await client.office({ id: found.id, asOf: day })
  if (!office?.head) throw new Error(`${found.name} has no head on ${day}, or none that the key may see.`)
  return office.head.id
}

/** Reads the tree, from the page after the last that is stored; anew when it was changed in between. */
async function readTree(root: string): Promise<Tree<Place>> {
  for (let tries = 1; ; tries++) {
    const pages = await readPages(root)
    try {
      const tree = growTree(pages.flatMap(({ nodes }) => nodes))
      if (pages.every(({ totalCount }) => totalCount === tree.size)) return tree
    } catch (error) {
      if (!(error instanceof TreeError)) throw error
    }
    if (tries === 3) throw new Error('The tree changes faster than it is read.')
    await rm(reading, { recursive: true })
  }
}

/** The pages of the tree, each stored before the next but one is asked for. */
async function readPages(root: string): Promise<Page[]> {
  const folder = join(reading, `${day}-${root}`)
  // of a day that is over, or below a head who is no longer
  for (const name of await namesIn(reading)) {
    if (join(reading, name) !== folder) await rm(join(reading, name), { recursive: true })
  }
  const pages = await Promise.all((await namesIn(folder)).map((name) => readJson<Page>(join(folder, name))))
  const { hasNextPage, endCursor } = pages.at(-1)?.pageInfo ?? { hasNextPage: true, endCursor: null }
  if (!hasNextPage) return pages
  const variables = { root, asOf: day, first: Number(values['page-size']), after: endCursor }
  for await (const page of client.supervisionTree(variables).pages()) {
    pages.push(page)
    await write(join(folder, `${String(pages.length).padStart(6, '0')}.json`), JSON.stringify(page))
    console.error(`page ${pages.length} of ${Math.ceil(page.totalCount / variables.first)}`)
  }
  return pages
}

/** Who came, who stands below somebody else now, who left; a line of JSON for each. */
function* differences(before: Tree<Place> | null, after: Tree<Place>): Generator<string, void, undefined> {
  const { added, moved, removed } = treeDifference(before, after)
  for (const value of added) yield line('added', value, { to: value.parentId })
  for (const { value, ...supervisor } of moved) yield line('moved', value, supervisor)
  for (const value of removed) yield line('removed', value, { from: value.parentId })
}

function line(change: string, { id, assignment }: Place, supervisor: { from?: string | null; to?: string | null }) {
  const { person, position, school, office } = assignment
  return JSON.stringify({ change, id, name: person.name, position, place: (school ?? office)?.name, ...supervisor })
}

/** Writes a file that is there in whole or not at all, however the program ends; it names people, so nobody else may read it. */
async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  const handle = await open(`${file}.part`, 'w', 0o600)
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(`${file}.part`, file)
}

async function readJson<Value>(file: string): Promise<Value> {
  return JSON.parse(await readFile(file, 'utf8'))
}

/** What is whole in a folder, in order; nothing where there is none. */
async function namesIn(folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true })
  return (await readdir(folder)).filter((name) => !name.endsWith('.part')).sort()
}
