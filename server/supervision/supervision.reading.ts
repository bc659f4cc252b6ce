import { hasScope, seenAssignments, seesAssignment, supervisesAllBelow } from '../access/sight.ts'
import { Refusal } from '../errors.ts'
import type { Asking } from '../reader/asking.ts'
import { key } from '../reader/key.ts'
import { Row } from '../reader/row.ts'
import type { Arguments, Extension, Shape } from '../reader/shape.ts'
import { all, literal, type Sql, sql } from '../reader/sql.ts'

const mostDepth = 32
const mostNodes = 2000

/** The closure's rows between two assignments on the day, in a capacity. */
const paths = (capacity: Sql, { day }: Asking): Sql => sql`capacity = ${capacity} and validity @> ${day}`

const capacityOf = ({ capacity }: Arguments): Sql => literal(String(capacity ?? 'APPRAISER'))

// the root's parent is nobody; nil, not null, so that it can stand in a cursor
const nobody = sql`'00000000-0000-0000-0000-000000000000'::uuid`

const path = new Row('supervision_path')
const seen = new Row('seen')

/**
 * Whether a place below another is shown: where the viewer sees it, and all on the way down to it. Null: every place is; an
 * operator sees all.
 */
function isShown(place: Row, wholly: Sql, asking: Asking): Sql | null {
  if (!seesAssignment(seen, asking, true)) return null
  const visible = asking.once.rows(seenAssignments(asking))
  return sql`(${wholly} or ${place}.descendant_id in (${visible}) and not exists (
    select from supervision_path between where between.descendant_id = ${place}.descendant_id and between.depth < ${place}.depth
      and between.capacity = ${place}.capacity and between.validity @> ${asking.day} and between.ancestor_id not in (${visible}) offset 0))`
}

function tree(asking: Asking, { root, capacity, maxDepth }: Arguments): Sql {
  const id = sql`${key('Assignment', root, 'root')}::uuid`
  const line = capacityOf({ capacity })
  const below = sql`ancestor_id = ${id} and ${paths(line, asking)}`
  // most have nobody below; a test in the select list is a look-up in a hash table, whatever the planner thinks of their number
  const hasBelow = (of: Sql) => {
    // a work team is one step deep: what is below its members' own is not among the tree's paths
    if (capacity === 'WORK_TEAM') return sql`true as has_below`
    return sql`${of} in (select parent_id from supervision_path where ${below}) as has_below`
  }
  // who stands above the root sees all below it, but no work team of others
  const wholly = capacity === 'WORK_TEAM' ? null : supervisesAllBelow(id, asking)
  const shown = isShown(path, wholly ?? sql`false`, asking)
  const isWhole = shown ? sql`, ${wholly ?? sql`false`} as is_whole` : sql``
  const within = [below, sql`depth <= ${literal(depthOf(maxDepth))}`, ...(shown ? [shown] : [])]
  return sql`(
    select id, ${nobody} as parent_id, 0::smallint as depth, ${line} as capacity, ${hasBelow(sql`id`)}${isWhole}
    from assignment where id = ${id} and validity @> ${asking.day}
    union all
    select descendant_id, parent_id, depth, capacity, ${hasBelow(sql`descendant_id`)}${isWhole}
    from supervision_path where ${all(within)}
  )`
}

/** How many are below a node, of those that the viewer is shown. */
function count(node: Row, asking: Asking, which: Sql): Sql {
  const shown = isShown(path, sql`${node}.is_whole`, asking)
  const counted = [
    sql`ancestor_id = ${node}.id`,
    paths(sql`${node}.capacity`, asking),
    which,
    ...(shown ? [shown] : []),
  ]
  return sql`case when ${node}.has_below then (
  select count(*) from supervision_path
  where ${all(counted)}) else 0 end`
}

function depthOf(maxDepth: unknown): number {
  const depth = maxDepth ?? mostDepth
  if (typeof depth !== 'number' || depth < 0 || depth > mostDepth) {
    throw new Refusal('BAD_USER_INPUT', `\`maxDepth\` is 0 to ${mostDepth}.`)
  }
  return depth
}

/** Whether the viewer sees the assignment an argument names, on the day. */
function sees(id: unknown, argument: string, asking: Asking): Sql {
  const visible = seesAssignment(seen, asking, true)
  const columns = visible ? sql`*` : sql`id`
  const found = sql`select ${columns} from assignment where id = ${key('Assignment', id, argument)}::uuid`
  return sql`exists (select from (${found}) seen where ${visible ?? sql`true`})`
}

const node: Shape = {
  type: 'SupervisionNode',
  access: 'SIGNED_IN',
  orders: {
    LEVEL: [
      { by: (row) => sql`${row}.depth`, type: 'int4' },
      { by: (row) => sql`${row}.parent_id`, type: 'uuid' },
    ],
  },
  last: { by: (row) => sql`${row}.id`, type: 'uuid' },
  fields: {
    id: { kind: 'value', value: (row) => sql`'asg_' || ${row}.id` },
    parentId: { kind: 'value', value: (row) => sql`'asg_' || nullif(${row}.parent_id, ${nobody})` },
    depth: { kind: 'value', value: (row) => sql`${row}.depth` },
    childCount: { kind: 'value', value: (row, asking) => count(row, asking, sql`depth = 1`) },
    descendantCount: { kind: 'value', value: (row, asking) => count(row, asking, sql`true`) },
    // a place is shown to whoever sees the assignment
    assignment: { kind: 'one', to: 'Assignment', on: (row, target) => sql`${target}.id = ${row}.id`, seen: true },
  },
}

const link: Shape = {
  type: 'SupervisionLink',
  key: 'descendant_id',
  table: 'supervision_path',
  access: 'SIGNED_IN',
  // a program that reads plans sees whose they are, and not who supervises whom
  visible: (_, asking) => (hasScope('SupervisionLink', asking) ? null : sql`false`),
  audited: { subject: (row) => sql`${row.joined('above')}.person_id`, fields: [] },
  joins: (row) => sql`
    left join assignment ${row.joined('above')} on ${row.joined('above')}.id = ${row}.ancestor_id
    left join person ${row.joined('person')} on ${row.joined('person')}.id = ${row.joined('above')}.person_id
    left join school ${row.joined('school')} on ${row.joined('school')}.npsn = ${row.joined('above')}.school_npsn
    left join office ${row.joined('office')} on ${row.joined('office')}.code = ${row.joined('above')}.office_code`,
  fields: {
    depth: { kind: 'value', value: (row) => sql`${row}.depth` },
    capacity: { kind: 'value', value: (row) => sql`${row}.capacity` },
    name: { kind: 'value', value: (row) => sql`${row.joined('person')}.name` },
    position: { kind: 'value', value: (row) => sql`${row.joined('above')}.position` },
    basis: { kind: 'value', value: (row) => sql`${row.joined('above')}.basis` },
    place: { kind: 'value', value: (row) => sql`coalesce(${row.joined('school')}.name, ${row.joined('office')}.name)` },
    from: { kind: 'value', value: (row) => sql`lower(${row}.validity)` },
    until: { kind: 'value', value: (row) => sql`upper(${row}.validity)` },
    assignment: { kind: 'one', to: 'Assignment', on: (row, target) => sql`${target}.id = ${row}.ancestor_id` },
  },
}

const upwards = (row: Row): Sql => sql`${row}.depth, ${row}.ancestor_id`

const assignment: Extension = {
  extends: 'Assignment',
  fields: {
    supervisor: {
      kind: 'one',
      to: 'SupervisionLink',
      on: (row, above, asking, args) => sql`${above}.descendant_id = ${row}.id and ${above}.depth = 1
        and ${above}.capacity = ${capacityOf(args)} and ${above}.validity @> ${asking.day}`,
      orderBy: upwards,
    },
    supervisors: {
      kind: 'list',
      to: 'SupervisionLink',
      on: (row, above) => sql`${above}.descendant_id = ${row}.id and ${above}.depth = 1`,
      orderBy: (above) => sql`lower(${above}.validity), ${above}.capacity, ${above}.ancestor_id`,
    },
    subordinates: {
      kind: 'connection',
      to: 'Assignment',
      on: (row, below, asking, args) => sql`${below}.id in (
        select descendant_id from supervision_path
        where ancestor_id = ${row}.id and depth = 1 and ${paths(capacityOf(args), asking)})`,
    },
  },
}

const roots: Extension = {
  extends: 'Query',
  fields: {
    supervisionTree: {
      kind: 'connection',
      to: 'SupervisionNode',
      most: mostNodes,
      required: true,
      from: (_, asking, args) => tree(asking, args),
      given: (_, asking, { root }) => sees(root, 'root', asking),
    },
    supervisionChain: {
      kind: 'list',
      to: 'SupervisionLink',
      required: true,
      on: (_, above, asking, args) =>
        sql`${above}.descendant_id = ${key('Assignment', args['assignment'], 'assignment')}::uuid
          and ${above}.capacity = ${capacityOf(args)} and ${above}.validity @> ${asking.day}`,
      given: (_, asking, args) => sees(args['assignment'], 'assignment', asking),
      orderBy: upwards,
    },
  },
}

export const supervisionReading = [node, link, assignment, roots]
