import { expect, test } from 'vitest'
import { differenceOf, summaryOf } from '../playground/explore/difference.ts'
import { childrenOf, type Graph, graphOf, type Rows, recordsOpened, toggled } from '../playground/explore/graph.ts'
import { captionOf, fieldsOf, relationOf, titleOf } from '../playground/explore/naming.ts'
import { outlineOf, stepOf } from '../playground/explore/outlining.ts'
import { stepDays } from '../playground/explore/record.ts'
import { card, evidence, observation, page, plan, rows, superior } from './explore/rows.ts'

const sari = card('Sari', { position: 'PRINCIPAL' })
const [ayu, budi] = [card('Ayu'), card('Budi')]
const head = superior('Hana', { position: 'OFFICE_HEAD' })
const opened = new Set([sari.id])

const drawn = (rows: Rows, open: ReadonlySet<string>) =>
  outlineOf(graphOf(rows, open)).map(({ node, level }) => `${'  '.repeat(level - 1)}${titleOf(node.item)}`)

test('those above come first, the highest of all at the top, then what hangs on the focus', () => {
  const team = superior('Arif', { capacity: 'WORK_TEAM', position: 'SCHOOL_INSPECTOR' })
  const seen = rows(ayu, {
    above: [superior('Sari'), { ...head, depth: 2 }, team],
    below: new Map([[ayu.id, []]]),
    plans: new Map([[ayu.id, [plan('pln_1')]]]),
  })
  const graph = graphOf(seen, new Set([ayu.id]))
  expect(drawn(seen, new Set([ayu.id]))).toEqual(['Hana', 'Sari', 'Arif', 'Ayu', '  Plan 2024-S1'])
  expect(graph.edges).toEqual([
    { from: 'asg_Sari', to: 'asg_Ayu', kind: 'APPRAISER' },
    { from: 'asg_Hana', to: 'asg_Sari', kind: 'APPRAISER' },
    { from: 'asg_Arif', to: 'asg_Ayu', kind: 'WORK_TEAM' },
    { from: 'asg_Ayu', to: 'pln_1', kind: 'HOLDS' },
  ])
  expect([...graph.nodes.values()].map((node) => relationOf(graph, node))).toEqual([
    '',
    'Appraiser',
    '2 steps up',
    'Work team',
    '',
  ])
  expect(summaryOf(graph, '2024-05-01')).toBe(
    '1 May 2024: appraiser Sari · work team Arif · nobody directly below · 1 plan',
  )
})

test('somebody above in both capacities, or without a row that is seen, is one node', () => {
  const both = rows(ayu, { above: [superior('Sari'), superior('Sari', { capacity: 'WORK_TEAM' })] })
  const graph = graphOf(both, new Set())
  expect(graph.nodes.size).toBe(2)
  expect(graph.edges.map(({ kind }) => kind)).toEqual(['APPRAISER', 'WORK_TEAM'])
  const unseen = graphOf(rows(ayu, { above: [superior('Sari', { assignment: null })] }), new Set())
  expect([...unseen.nodes.keys()]).toEqual(['asg_Ayu', 'APPRAISER:1:Sari'])
})

test('who is met on two ways hangs on the shorter one, and both are drawn', () => {
  const arif = card('Arif', { position: 'SCHOOL_INSPECTOR' })
  const hana = card('Hana', { position: 'OFFICE_HEAD' })
  const graph = graphOf(
    rows(hana, {
      below: new Map([
        [hana.id, [page([arif, sari])]],
        [arif.id, [page([sari], { capacity: 'WORK_TEAM' })]],
      ]),
    }),
    new Set([hana.id, arif.id]),
  )
  expect(childrenOf(graph, hana.id).map(({ id }) => id)).toEqual([arif.id, sari.id])
  expect(childrenOf(graph, arif.id)).toEqual([])
  expect(graph.edges).toContainEqual({ from: arif.id, to: sari.id, kind: 'WORK_TEAM' })
})

test('who was not opened yet can be, and who turned out to hold nothing cannot', () => {
  const seen = rows(sari, {
    below: new Map([
      [sari.id, [page([ayu, budi])]],
      [ayu.id, []],
    ]),
  })
  const { nodes } = graphOf(seen, toggled(opened, ayu.id))
  expect([sari, ayu, budi].map(({ id }) => nodes.get(id)?.open)).toEqual([true, null, false])
  expect(drawn(seen, new Set())).toEqual(['Sari'])
  expect([...toggled(toggled(opened, ayu.id), ayu.id)]).toEqual([sari.id])
})

test('what is left of a long list is one node', () => {
  const seen = rows(sari, { below: new Map([[sari.id, [page([ayu, budi], { total: 14 })]]]) })
  expect(drawn(seen, opened)).toEqual(['Sari', '  Ayu', '  Budi', '  12 more …'])
  expect(summaryOf(graphOf(seen, opened), '2024-05-01')).toContain('14 directly below')
})

test('a plan holds what belongs to it, and an observation its own evidence, as they were on the day', () => {
  const held = plan('pln_1', {
    observations: [observation('obs_1')],
    evidence: [evidence('evd_1'), evidence('evd_2', 'obs_1')],
  })
  const seen = rows(ayu, { below: new Map([[ayu.id, []]]), plans: new Map([[ayu.id, [held]]]) })
  const all = new Set([ayu.id, 'pln_1', 'obs_1'])
  expect(drawn(seen, all)).toEqual([
    'Ayu',
    '  Plan 2024-S1',
    '    Observation 1',
    '      Certificate evd_2',
    '    Certificate evd_1',
  ])
  expect(drawn({ ...seen, day: '2024-02-15' }, all)).toEqual(['Ayu', '  Plan 2024-S1', '    Observation 1'])
  expect(drawn({ ...seen, day: '2024-01-04' }, all)).toEqual(['Ayu'])
  const stateOn = (day: string) => {
    const [, first] = outlineOf(graphOf({ ...seen, day }, all))
    return first && captionOf(first.node.item)
  }
  expect(['2024-01-05', '2024-01-19', '2024-01-20'].map(stateOn)).toEqual(['Draft', 'Draft', 'Agreed'])
})

test('where the history is not seen, the state is known from the last change on', () => {
  const held = plan('pln_1', { history: [] })
  const seen = rows(ayu, { below: new Map([[ayu.id, []]]), plans: new Map([[ayu.id, [held]]]) })
  expect(drawn({ ...seen, day: '2024-01-19' }, new Set([ayu.id]))).toEqual(['Ayu'])
  expect(drawn({ ...seen, day: '2024-01-20' }, new Set([ayu.id]))).toEqual(['Ayu', '  Plan 2024-S1'])
})

test('two days are compared by what is drawn of them', () => {
  const held = new Map([[ayu.id, [plan('pln_1')]]])
  const of = (day: string, above: readonly ReturnType<typeof superior>[]) =>
    graphOf(rows(ayu, { day, above, below: new Map([[ayu.id, []]]), plans: held }), new Set([ayu.id]))
  const [before, between, after] = [
    of('2024-01-01', [superior('Hadi')]),
    of('2024-01-10', [superior('Sari')]),
    of('2024-02-01', [superior('Sari')]),
  ]
  expect(differenceOf(before, between)).toEqual({
    fresh: new Set(['asg_Sari', 'pln_1']),
    words: ['Plan 2024-S1: Draft.'],
  })
  expect(differenceOf(between, after)).toEqual({
    fresh: new Set(['pln_1']),
    words: ['Plan 2024-S1: Agreed instead of Draft.'],
  })
  const many = graphOf(rows(sari, { below: new Map([[sari.id, [page([ayu], { total: 5 })]]]) }), opened)
  const fewer = graphOf(rows(sari, { below: new Map([[sari.id, [page([ayu], { total: 4 })]]]) }), opened)
  expect(differenceOf(many, fewer).words).toEqual(['4 directly below instead of 5.'])
  const [one, other] = [[ayu], [budi]].map((cards) =>
    graphOf(rows(sari, { below: new Map([[sari.id, [page(cards)]]]) }), opened),
  ) as [Graph, Graph]
  expect(differenceOf(one, other).words).toEqual(['New below: Budi.', 'No longer below: Ayu.'])
})

test('what belongs to a plan is compared with all of it open, and named with the plan', () => {
  const held = new Map([[ayu.id, [plan('pln_1', { observations: [observation('obs_1')] })]]])
  const [before, after] = ['2024-02-15', '2024-05-01'].map((day) => {
    const seen = rows(ayu, { day, below: new Map([[ayu.id, []]]), plans: held })
    return graphOf(seen, recordsOpened(seen, new Set([ayu.id])))
  }) as [Graph, Graph]
  expect(differenceOf(before, after).words).toEqual(['Plan 2024-S1, Observation 1: Completed instead of Preparing.'])
  expect([...stepDays([...held.values()].flat())]).toEqual(['2024-01-05', '2024-01-20', '2024-02-01', '2024-04-01'])
})

test('keys lead through the outline as through any tree', () => {
  const seen = rows(sari, {
    above: [head],
    below: new Map([[sari.id, [page([ayu, budi])]]]),
  })
  const lines = outlineOf(graphOf(seen, opened))
  const steps = (id: string, keys: readonly string[]) => keys.map((key) => stepOf(lines, id, key))
  expect(steps(sari.id, ['ArrowUp', 'ArrowDown', 'ArrowRight', 'ArrowLeft', 'Home', 'End', 'a'])).toEqual([
    { to: 'asg_Hana' },
    { to: ayu.id },
    { to: ayu.id },
    { toggle: sari.id },
    { to: 'asg_Hana' },
    { to: budi.id },
    null,
  ])
  expect(steps(budi.id, ['ArrowDown', 'ArrowRight', 'ArrowLeft'])).toEqual([null, { toggle: budi.id }, { to: sari.id }])
  expect(lines.map(({ level, position, among }) => [level, position, among])).toEqual([
    [1, 1, 2],
    [1, 2, 2],
    [2, 1, 2],
    [2, 2, 2],
  ])
})

test('fields have English names and Indonesian terms', () => {
  expect(fieldsOf({ kind: 'person', card: sari })).toContainEqual({
    name: 'Position',
    term: 'Jabatan',
    value: 'Principal · Kepala sekolah',
  })
  expect(fieldsOf({ kind: 'plan', plan: plan('pln_1'), status: 'AGREED' })).toEqual([
    { name: 'Period', term: 'Periode', value: '2024, semester 1' },
    { name: 'Status', term: 'Status SKP', value: 'Agreed · Disepakati' },
  ])
})
