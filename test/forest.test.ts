import fc from 'fast-check'
import { expect, test } from 'vitest'
import { admit, type Edge } from '../server/supervision/forest.ts'

test('who appraises himself is refused', () => {
  expect(admit([edge(2, 'Ani', 'Ani')])).toEqual([{ line: 2, code: 'SELF_SUPERVISION' }])
})

test('a second appraiser is refused on the same days and welcome after them', () => {
  const edges = [
    edge(2, 'Ani', 'Budi', '2023-07-01', '2024-01-02'),
    edge(3, 'Ani', 'Citra', '2024-01-01', '2024-02-01'),
    edge(4, 'Ani', 'Citra', '2024-01-02'),
  ]
  expect(admit(edges)).toEqual([{ line: 3, code: 'OVERLAP' }])
})

test('a cycle is refused with the chain that it would close', () => {
  const edges = [edge(2, 'Ani', 'Fajar'), edge(3, 'Budi', 'Ani'), edge(4, 'Fajar', 'Budi'), edge(5, 'Citra', 'Budi')]
  expect(admit(edges)).toEqual([{ line: 4, code: 'SUPERVISION_CYCLE', path: ['Fajar', 'Budi', 'Ani', 'Fajar'] }])
})

test('two people may appraise each other one after the other', () => {
  expect(admit([edge(2, 'Budi', 'Ani', '2023-01-01', '2024-01-01'), edge(3, 'Ani', 'Budi', '2024-01-01')])).toEqual([])
})

test('a longer cycle needs a day on which all of it stands', () => {
  const first = edge(2, 'Ani', 'Budi', '2023-01-01', '2023-06-01')
  const second = edge(3, 'Budi', 'Citra', '2023-03-01', '2023-09-01')
  expect(admit([first, second, edge(4, 'Citra', 'Ani', '2023-06-01')])).toEqual([])
  expect(admit([first, second, edge(4, 'Citra', 'Ani', '2023-05-31')])).toEqual([
    { line: 4, code: 'SUPERVISION_CYCLE', path: ['Citra', 'Ani', 'Budi', 'Citra'] },
  ])
})

test('what is stored comes first and stays', () => {
  const refused = admit([edge(2, 'Ani', 'Budi'), edge(0, 'Ani', 'Citra'), edge(0, 'Citra', 'Ani')])
  expect(refused).toEqual([{ line: 2, code: 'OVERLAP' }])
})

test('stored edges that go round in a circle do not keep us walking', () => {
  const stored = [edge(0, 'Ani', 'Citra'), edge(0, 'Citra', 'Ani'), edge(0, 'Dewi', 'Budi')]
  expect(admit([...stored, edge(2, 'Budi', 'Ani')])).toEqual([])
})

test('a refused edge stands in nobody’s way', () => {
  const edges = [edge(2, 'Ani', 'Budi'), edge(3, 'Budi', 'Ani'), edge(4, 'Budi', 'Citra')]
  expect(admit(edges).map(({ line }) => line)).toEqual([3])
})

test('a chain of 100,000 is closed in either direction without running out of stack', () => {
  const up = Array.from({ length: 100_000 }, (_, number) => edge(number + 2, `${number}`, `${number + 1}`))
  const close = edge(1, '100000', '0')
  for (const edges of [up, up.toReversed()]) {
    const [refusal, ...more] = admit([...edges, close])
    expect(refusal).toMatchObject({ line: 1, code: 'SUPERVISION_CYCLE' })
    expect(refusal?.path).toHaveLength(100_002)
    expect(more).toEqual([])
  }
})

test('admit agrees with a calendar kept day by day', () => {
  fc.assert(
    fc.property(fc.array(anyEdge, { maxLength: 14 }), (rows) => {
      const edges = rows.map((row, index) => ({ ...row, line: index + 2 }))
      const refused = admit(edges)
      expect(refused.map(({ line, code }) => ({ line, code }))).toEqual(admitByDay(edges))
      for (const { line, path } of refused) if (path) expectCycle(path, edges, line)
      const stored = edges.filter(({ line }) => refused.every((refusal) => refusal.line !== line))
      expect(admit(stored)).toEqual([])
      // stored edges count the same, wherever they are written
      const late = edges.filter((row) => !stored.includes(row))
      const again = admit([...late, ...stored.map((row) => ({ ...row, line: 0 }))])
      expect(again.map(({ line }) => line)).toEqual(late.map(({ line }) => line))
    }),
    { numRuns: 2_000 },
  )
})

const calendar = Array.from({ length: 13 }, (_, day) => `2024-01-${String(day + 1).padStart(2, '0')}`)
const name = fc.constantFrom('Ani', 'Budi', 'Citra', 'Dewi', 'Eko')
const days = fc
  .tuple(fc.integer({ min: 0, max: 11 }), fc.integer({ min: 1, max: 14 }))
  .map(([from, length]) => ({ from: `${calendar[from]}`, until: calendar[from + length] ?? null }))
const anyEdge = fc
  .tuple(name, name, days)
  .map(([subordinate, supervisor, span]) => ({ subordinate, supervisor, ...span }))

/** The appraiser of everyone, a map per day. */
function admitByDay(edges: readonly Edge[]) {
  const appraisers = calendar.map(() => new Map<string, string>())
  return edges.flatMap(({ line, subordinate, supervisor, from, until }) => {
    const valid = appraisers.filter((_, day) => isOn(`${calendar[day]}`, from, until))
    const code = refuseByDay(valid, subordinate, supervisor)
    if (code) return [{ line, code }]
    for (const appraiser of valid) appraiser.set(subordinate, supervisor)
    return []
  })
}

function refuseByDay(valid: Map<string, string>[], subordinate: string, supervisor: string) {
  if (subordinate === supervisor) return 'SELF_SUPERVISION'
  if (valid.some((appraiser) => appraiser.has(subordinate))) return 'OVERLAP'
  const closes = valid.some((appraiser) => {
    let above: string | undefined = supervisor
    while (above !== undefined && above !== subordinate) above = appraiser.get(above)
    return above === subordinate
  })
  return closes ? 'SUPERVISION_CYCLE' : null
}

/** Every step of the path is an edge, and on one day they all stand. */
function expectCycle(path: readonly string[], edges: readonly Edge[], line: number): void {
  const last = edges.find((row) => row.line === line)
  expect(path.slice(0, 2)).toEqual([last?.subordinate, last?.supervisor])
  expect(path.at(-1)).toBe(path[0])
  const stands = (subordinate: string | undefined, supervisor: string | undefined, day: string) =>
    edges.some(
      (row) => row.subordinate === subordinate && row.supervisor === supervisor && isOn(day, row.from, row.until),
    )
  const all = (day: string) => path.slice(1).every((supervisor, index) => stands(path[index], supervisor, day))
  expect(calendar.some(all)).toBe(true)
}

function isOn(day: string, from: string, until: string | null): boolean {
  return from <= day && (until === null || day < until)
}

function edge(line: number, subordinate: string, supervisor: string, from = '2023-07-01', until: string | null = null) {
  return { line, subordinate, supervisor, from, until }
}
