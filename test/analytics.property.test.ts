import { beforeAll, expect, test } from 'vitest'
import { type createClient, ForbiddenError } from '../sdk/index.ts'
import { type Cell, exactly, protectedly, type Question, sorted } from './analytics/answer.ts'
import { attack } from './analytics/attack.ts'
import { store } from './analytics/store.ts'
import { attributes, drawPosts, type Post, periods } from './analytics/world.ts'
import { seed } from './property.ts'
import { Random } from './reader/random.ts'
import { clientOf, server, signInOperator } from './support.ts'

const provinces = [
  ['11', '11.01', '11.02'],
  ['12', '12.01', '12.02', '12.03'],
  ['35', '35.01', '35.78'],
  ['51', '51.01'],
]

let posts: Post[]

beforeAll(async () => {
  const { database } = await server({ clock: () => new Date('2026-03-02T03:00:00Z') })
  const random = new Random(seed)
  posts = provinces.flatMap((offices, index) => drawPosts(random, offices, 3 + 2 * index))
  await store(posts, database)
})

test.each([
  ['an operator', () => signInOperator(), exactly],
  ['an analyst', () => clientOf({ role: 'ANALYST' }), protectedly],
] as const)(
  '%s is answered as the rules say, however he asks',
  async (_, signIn, rules) => {
    const client = await signIn()
    let told = 0
    for (const question of questions()) {
      const cells = await ask(client, question)
      expect(cells, JSON.stringify(question)).toEqual(rules(posts, question))
      told += (cells ?? []).filter(({ withheld }) => !withheld).length
    }
    expect(told).toBeGreaterThan(100)
  },
  240_000,
)

test('an analyst finds nobody in what the server answers', async () => {
  const client = await clientOf({ role: 'ANALYST' })
  const own = posts.filter(({ province }) => province === '51')
  const schools = [...new Map(own.map((post) => [post.school, post])).values()]
  for (const [attributes, among] of [
    [['STATUS', 'PREDICATE'], ['2026']],
    [['STATUS', 'INDICATOR'], ['2025']],
    [['EMPLOYMENT'], ['2025', '2026']],
  ] as const) {
    const { found } = await attack('51', schools, attributes, among, (question) => ask(client, question))
    expect(found).toEqual([])
  }
  const operator = await signInOperator()
  const exact = await attack('51', schools, ['STATUS'], ['2026'], (question) => ask(operator, question))
  expect(exact.found).not.toEqual([])
}, 240_000)

function questions(): Question[] {
  const places = [[], ['OFFICE'], ['LEVEL'], ['OFFICE', 'LEVEL'], ['SCHOOL'], ['OFFICE', 'LEVEL', 'SCHOOL']] as const
  const random = new Random(seed + 1)
  const filters = () =>
    random.pick([
      {},
      {},
      { office: random.pick(provinces.flat()) },
      { office: random.pick(provinces)[0] },
      { school: random.pick(posts).school },
      { office: random.pick(provinces.flat()), school: random.pick(posts).school },
    ])
  return periods.flatMap((period) =>
    [null, ...attributes].flatMap((attribute) =>
      places.map((by) => ({ period, by: attribute ? [attribute, ...by] : by, ...filters() })),
    ),
  )
}

type Client = ReturnType<typeof createClient>

/** What is answered; null where that is refused. */
const ask = (client: Client, question: Question): Promise<Cell[] | null> =>
  answer(client, question).catch((error: unknown) => {
    if (error instanceof ForbiddenError) return null
    throw error
  })

async function answer(client: Client, { period, by, office, school }: Question): Promise<Cell[]> {
  const cells: Cell[] = []
  const asked = {
    periods: [period],
    by: [...by],
    office: office && `off_${office}`,
    school: school && `sch_${school}`,
    first: 1_000,
  }
  for await (const cell of client.analytics(asked)) {
    expect(cell.period).toBe(period)
    const values = [
      cell.employment,
      cell.status,
      cell.indicator?.code,
      cell.day,
      cell.points,
      cell.observation,
      cell.predicate,
    ]
    const [value = null, ...more] = values.filter((one) => one != null)
    expect(more).toEqual([])
    cells.push({
      ...{ office: cell.office?.code ?? null, level: cell.level, school: cell.school?.npsn ?? null },
      ...{ value: value === null ? null : String(value), withheld: cell.withheld, count: cell.count },
    })
  }
  return sorted(cells)
}
