import { commas, identifier, join, literal, type Sql, sql } from '../reader/sql.ts'
import { numbers } from './post.ts'
import { headcount, type Release } from './release.ts'

/** No fewer are told. */
const least = 5

/** The columns of a place, from the largest on: each lies in the one before. */
export const depths = ['province', 'office_code', 'level', 'npsn'] as const

const placesTo = (deepest: number): Sql[] => depths.slice(0, deepest + 1).map(identifier)

/** The names of what the statement reckons about a release. */
const tables = ({ name }: Release) => {
  const table = (what: string) => identifier(`${what} ${name}`)
  return {
    value: table('value'),
    key: table('key'),
    group: table('group'),
    merged: table('merged'),
    ranked: table('ranked'),
    posts: table('posts'),
    nodes: table('nodes'),
    judged: table('judged'),
    pools: table('pools'),
    needs: table('needs'),
    open: table('open'),
    told: table('told'),
  }
}

/** The column of `posts` that holds what a release tells apart. */
export const valueIn = ({ name }: Release): string => `value ${name}`

/** The column of `nodesOf` that tells whether the group is one of values that are told together. */
export const mergedIn = (release: Release): Sql => tables(release).merged

/** Of each place down to a depth: how many are in each group of a release. */
export const nodesOf = (release: Release): Sql => tables(release).nodes

/** Of each place down to a depth: whether it is told. */
export const toldOf = (release: Release): Sql => tables(release).told

/**
 * Which places are told by releases, each after the one that it is within, in common table expressions; what `crowds` makes stands before.
 */
export const protect = (releases: readonly Release[], deepest: number): Sql[] =>
  releases.flatMap((release) => [
    ...(release.within ? grouped(release) : [whole(releases, deepest)]),
    nodes(release, deepest),
    ...judged(release),
    ...told(release, deepest),
  ])

/** The posts as the first release groups them, added up to the deepest places that are told. */
function whole([first, ...others]: readonly Release[], deepest: number): Sql {
  if (!first) throw new Error('there is no release')
  const { posts, group, merged, value } = tables(first)
  const columns = [
    ...[sql`period`, ...placesTo(deepest), sql`takes_part`, sql`shown`],
    ...others.map((release) => tables(release).value),
    sql`${value} as ${group}`,
    sql`false as ${merged}`,
  ]
  return sql`${posts} as materialized (
    select ${commas(columns)}, sum(n) as n from posts group by ${numbers(columns)})`
}

const safe = (row: Sql): Sql => sql`${row}.n >= ${literal(least)} and ${row}.n > ${row}.schools`

/** Values that fewer than `least` have in a province are told together there, with as many of the next ones as it takes. */
function grouped(release: Release): Sql[] {
  const { value, key, group, merged, ranked, posts } = tables(release)
  const before = tables(release.within ?? headcount)
  const stem = release.refines ? before.group : literal('')
  // joined by one text, and grouped by it alone: so PostgreSQL knows how many there are
  const all = sql`concat_ws('/', period, province, takes_part, ${stem}, ${value})`
  return [
    sql`${ranked} as (
      select ${key}, bool_or(rank <= last) as ${merged}, min(stem || '/' || case when rank <= last then '*' else value end) as ${group}
      from (
        select *, case when min(n) over alike < ${literal(least)}
          then greatest(max(rank) filter (where n < ${literal(least)}) over alike, 2, min(rank) filter (where upto >= ${literal(least)}) over alike)
          else 0 end as last
        from (
          select *, row_number() over rising as rank, sum(n) over rising as upto
          from (
            select ${all} as ${key}, period, province, takes_part, ${stem} as stem, ${value} as value, sum(n) as n
            from ${before.posts} group by 1, 2, 3, 4, 5, 6) each
          window rising as (partition by period, province, takes_part, stem order by n, value)) rising
        window alike as (partition by period, province, takes_part, stem)) each
      group by ${key})`,
    sql`${posts} as materialized (
      select * from (select *, ${all} as ${key} from ${before.posts}) post join ${ranked} using (${key}))`,
  ]
}

/** How many are in each group, for each place; and at how many schools, where nobody else is there. */
function nodes(release: Release, deepest: number): Sql {
  const { value, group, merged, posts, nodes: name } = tables(release)
  const places = placesTo(deepest)
  const unused = depths.slice(deepest + 1).map((column) => sql`null::text as ${identifier(column)}`)
  const heads = sql`(select *, ${value} as ${group}, false as ${merged}, null as shown from heads) each`
  const from = release === headcount ? heads : posts
  const schools = release === headcount ? sql`sum(schools)` : sql`0`
  const sets = places.map((_, depth) => sql`(period, ${commas(placesTo(depth))}, takes_part, ${group}, ${merged})`)
  const path = sql`concat_ws('/', period, ${commas(places)})`
  return sql`${name} as (
    select period, ${commas([...places, ...unused])}, ${literal(deepest)} - length(replace(grouping(${commas(places)})::bit(4)::text, '0', '')) as depth,
      ${path} as path, nullif(regexp_replace(${path}, '/[^/]*$', ''), period) as parent,
      takes_part, ${group}, ${merged}, case when not ${merged} then max(shown) end as shown, sum(n) as n, ${schools} as schools
    from ${from} group by grouping sets (${commas(sets)}))`
}

/** Which places could be told by themselves; and how many of these must be hidden besides, so that the hidden ones together could be told. */
function judged(release: Release): Sql[] {
  const { group, nodes, judged: name, pools, needs } = tables(release)
  const node = sql`node`
  const differ = release.shown ? sql`count(*) filter (where takes_part) over place >= 2` : sql`true`
  const base = release.within ? sql`join ${tables(release.within).told} base using (path)` : sql``
  const told = release.within ? sql`base.told` : sql`true`
  const alike = release.shown ? sql`count(*) filter (where n > 0 and takes_part) = 1` : sql`false`
  return [
    sql`${name} as (
      select *, dense_rank() over (partition by parent, could order by path) as rank
      from (
        select node.*, ${told} and bool_and(${safe(node)}) over place and ${differ} as could
        from ${nodes} node ${base} window place as (partition by path)) each)`,
    sql`${pools} as (
      select parent, takes_part, min(rank) filter (where could) as first,
        coalesce(sum(n) filter (where not could), 0) as n, coalesce(sum(schools) filter (where not could), 0) as schools
      from ${name} where parent is not null group by parent, takes_part, ${group})`,
    sql`${needs} as (
      select parent, greatest(max(first) filter (where n > 0 and not (${safe(sql`pool`)})), case when ${alike} then 1 else 0 end) as need
      from ${pools} pool group by parent)`,
  ]
}

/** A place is told if neither it nor one that it lies in is hidden. */
function told(release: Release, deepest: number): Sql[] {
  const { judged, needs, open, told: name } = tables(release)
  const above = Array.from({ length: deepest }, (_, index) => identifier(`above ${index + 1}`))
  const places = [sql`place`, ...above]
  const joined = above.map(
    (row, index) => sql`left join ${open} ${row} on ${row}.path = ${places[index] ?? sql``}.parent`,
  )
  return [
    sql`${open} as (
      select path, min(parent) as parent, bool_and(could and rank > coalesce(need, 0)) as open
      from ${judged} left join ${needs} using (parent) group by path)`,
    sql`${name} as (
      select place.path, ${join(
        places.map((row) => sql`coalesce(${row}.open, true)`),
        ' and ',
      )} as told
      from ${open} place ${join(joined, ' ')})`,
  ]
}
