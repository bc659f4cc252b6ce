import { type Attribute, type Period, type Post, periods, takesPart, valueIn } from './world.ts'

/** The rules that `server/analytics/README.md` gives, one by one: each can be broken. */
export interface Rules {
  /** No count below it. */
  readonly least: number
  /** Hidden places are hidden with others. */
  readonly pools: boolean
  /** What follows from another release is told within that. */
  readonly chains: boolean
  /** More people than places. */
  readonly crowded: boolean
  /** Values that are told together. */
  readonly merges: boolean
  /** What stays from one period to the next is told of the newest alone. */
  readonly once: boolean
}

export const allRules: Rules = { least: 5, pools: true, chains: true, crowded: true, merges: true, once: true }

type ReleaseName = Attribute | 'HEADCOUNT' | 'HANDED_IN' | 'AGREED_PLANS'

/** Within which release each is, and whether it tells apart what that tells apart. */
const releases: Readonly<Record<ReleaseName, { within: ReleaseName | null; refines: boolean }>> = {
  HEADCOUNT: { within: null, refines: false },
  EMPLOYMENT: { within: 'HEADCOUNT', refines: true },
  HANDED_IN: { within: 'HEADCOUNT', refines: false },
  INDICATOR: { within: 'HANDED_IN', refines: true },
  DAY: { within: 'HANDED_IN', refines: true },
  POINTS: { within: 'HANDED_IN', refines: true },
  AGREED_PLANS: { within: 'HANDED_IN', refines: true },
  STATUS: { within: 'AGREED_PLANS', refines: true },
  OBSERVATION: { within: 'AGREED_PLANS', refines: true },
  PREDICATE: { within: 'AGREED_PLANS', refines: true },
}

function classOf(post: Post, period: Period, name: ReleaseName): string {
  const { status } = post.progress[period]
  switch (name) {
    case 'HEADCOUNT':
      return `${post.ownership} ${periods.every((one) => takesPart(post, one)) ? 'always' : 'at times'}`
    case 'HANDED_IN':
      return String(status === 'SUBMITTED' || status === 'AGREED')
    case 'AGREED_PLANS':
      return String(status === 'AGREED')
    case 'INDICATOR':
      return `${post.position} ${valueIn(post, period, name)}`
    default:
      return String(valueIn(post, period, name))
  }
}

/** A place of the tree, and the people in it. */
interface Node {
  readonly path: readonly string[]
  readonly posts: readonly Post[]
  readonly children: readonly Node[]
}

const pathOf = ({ province, office, level, school }: Post) => [province, office, level, school]

function treeOf(posts: readonly Post[], path: readonly string[] = []): Node[] {
  const depth = path.length
  if (depth === 4) return []
  const names = [...new Set(posts.map((post) => pathOf(post)[depth] ?? ''))].sort()
  return names.map((name) => {
    const own = posts.filter((post) => pathOf(post)[depth] === name)
    return { path: [...path, name], posts: own, children: treeOf(own, [...path, name]) }
  })
}

/** What a release tells: which places, and the group of each post there. */
export interface Told {
  readonly places: ReadonlySet<string>
  readonly groups: ReadonlyMap<Post, { name: string; merged: boolean }>
}

/** All of what one release tells of a period, slowly and one step after the other. */
export function tell(posts: readonly Post[], period: Period, name: ReleaseName, rules: Rules = allRules): Told {
  const { within, refines } = releases[name]
  const base = within ? tell(posts, period, within, rules) : null
  const groups = new Map<Post, { name: string; merged: boolean }>()
  const isShown = name !== 'HEADCOUNT' && name !== 'HANDED_IN' && name !== 'AGREED_PLANS'
  const places = new Set<string>()
  for (const province of treeOf(posts)) {
    group(province.posts, name, period, (refines && base?.groups) || null, groups, rules)
    visit([province], false)
  }
  return { places, groups }

  function visit(siblings: readonly Node[], areSiblings: boolean): void {
    const could = siblings.filter((node) => isTold(node))
    const hidden = siblings.filter((node) => !could.includes(node))
    if (areSiblings && rules.pools)
      while (
        hidden.length &&
        could.length &&
        !isSafe(
          hidden.flatMap((node) => node.posts),
          [1],
        )
      )
        hidden.push(could.shift() as Node)
    for (const node of could) {
      places.add(node.path.join('/'))
      visit(node.children, true)
    }
  }

  function isTold(node: Node): boolean {
    if (base && rules.chains && !base.places.has(node.path.join('/'))) return false
    return isSafe(node.posts, [0, 1])
  }

  /** Whether a crowd could be told, of whom there are not so few different ones. */
  function isSafe(crowd: readonly Post[], alike: readonly number[]): boolean {
    const tallies = tally(crowd.map((post) => groups.get(post)?.name ?? ''))
    if ([...tallies.values()].some((count) => count < rules.least)) return false
    const part = crowd.filter((post) => takesPart(post, period))
    if (isShown && alike.includes(tally(part.map((post) => groups.get(post)?.name ?? '')).size)) return false
    if (name !== 'HEADCOUNT' || !rules.crowded) return true
    return [...tallies].every(([one, count]) => count > schoolsWithout(crowd, one))
  }

  /** At how many schools somebody of a group is, and nobody of one before it. */
  function schoolsWithout(crowd: readonly Post[], one: string): number {
    const schools = Map.groupBy(crowd, ({ school }) => school)
    return [...schools.values()].filter((those) => those.map((post) => groups.get(post)?.name ?? '').sort()[0] === one)
      .length
  }
}

const tally = (names: readonly string[]): Map<string, number> =>
  new Map([...Map.groupBy(names, (one) => one)].map(([one, those]) => [one, those.length]))

/** Puts the posts of a province in groups, those of rare values together. */
function group(
  posts: readonly Post[],
  name: ReleaseName,
  period: Period,
  base: Told['groups'] | null,
  groups: Map<Post, { name: string; merged: boolean }>,
  rules: Rules,
): void {
  if (name === 'HEADCOUNT') {
    for (const post of posts) groups.set(post, { name: classOf(post, period, name), merged: false })
    return
  }
  const stems = Map.groupBy(posts, (post) => `${takesPart(post, period)} ${base?.get(post)?.name ?? ''}`)
  for (const [stem, those] of stems) {
    const counts = [...tally(those.map((post) => classOf(post, period, name)))].sort(
      ([a, few], [b, many]) => few - many || (a < b ? -1 : 1),
    )
    const rare: string[] = []
    let people = 0
    if (rules.merges && (counts[0]?.[1] ?? 0) < rules.least)
      for (const [one, count] of counts) {
        if (count >= rules.least && people >= rules.least && rare.length >= 2) break
        rare.push(one)
        people += count
      }
    for (const post of those) {
      const one = classOf(post, period, name)
      const merged = rare.includes(one)
      groups.set(post, { name: `${stem}/${merged ? '*' : one}`, merged })
    }
  }
}
