import { type PeerRange, until } from './peer-range.ts'
import { type Request, workload } from './workload.ts'

interface Ours {
  tree: { nodes: unknown[]; pageInfo: { hasNextPage: boolean; endCursor: string | null }; totalCount: number }
}

interface Peer {
  tree: {
    nodes: { rowId: string; parentId: string | null; assignment: PeerAssignment }[]
    pageInfo: { hasNextPage: boolean }
    totalCount: number
  }
}

interface PeerAssignment {
  rowId: string
  validity: PeerRange
  school: { npsn: string } | null
  office: { code: string } | null
  person: { rowId: string }
}

const size = 2_000

const query = `query tree($root: ID!, $day: Date!, $after: String) {
    tree: supervisionTree(root: $root, asOf: $day, first: ${size}, after: $after) {
      nodes {
        id parentId depth childCount descendantCount
        assignment {
          id position basis from until
          school { id npsn name level }
          office { id code name }
          person { id name employment }
        }
      }
      pageInfo { hasNextPage endCursor }
      totalCount
    }
  }`

/** Everybody below an office head, with the counts a tree view shows; each page is a request, two pages are the tree. */
export const districtTree = workload<Ours, Peer>({
  name: 'tree',
  title: 'district tree, a page',
  targets: { ratio: 4, share: 0.7 },
  query,
  peerQuery: `query tree($root: UUID!, $day: Date!, $offset: Int!) {
    tree: supervisionTree(root: $root, day: $day, first: ${size}, offset: $offset) {
      nodes {
        rowId parentId depth childCount descendantCount
        assignment: assignmentByRowId {
          rowId position basis validity { start { value } end { value } }
          school: schoolBySchoolNpsn { npsn name level }
          office: officeByOfficeCode { code name }
          person: personByPersonId { rowId name employment }
        }
      }
      pageInfo { hasNextPage }
      totalCount
    }
  }`,
  // few have anybody below, and only they are counted; `full join` is never a nested loop, which the planner would choose
  statement: `
    with tree as materialized (
      select id, '00000000-0000-0000-0000-000000000000'::uuid as parent_id, 0::smallint as depth
      from assignment where id = $1::uuid and validity @> $2::date
      union all
      select descendant_id, parent_id, depth from supervision_path
      where ancestor_id = $1::uuid and capacity = 'APPRAISER' and validity @> $2::date
    ), inner_node as materialized (
      select parent_id as id, count(*) as children, (
        select count(*) from supervision_path
        where ancestor_id = tree.parent_id and capacity = 'APPRAISER' and validity @> $2::date
      ) as below
      from tree where depth > 0 group by parent_id
    ), counted as materialized (
      select id, parent_id, depth, coalesce(children, 0) as children, coalesce(below, 0) as below
      from tree full join inner_node using (id)
    ), page as materialized (
      select *, row_number() over (order by depth, parent_id, id) as n from (
        select * from counted where (depth, parent_id, id) > ($3::int, $4::uuid, $5::uuid)
        order by depth, parent_id, id limit ${size + 1}
      ) rows
    )
    select '{"data":{"tree":{"nodes":[' || coalesce(string_agg(
      '{"id":"asg_' || t.id || '","parentId":' || case when t.depth = 0 then 'null' else '"asg_' || t.parent_id || '"' end
      || ',"depth":' || t.depth || ',"childCount":' || t.children
      || ',"descendantCount":' || t.below
      || ',"assignment":{"id":"asg_' || a.id || '","position":"' || a.position || '","basis":"' || a.basis
      || '","from":"' || lower(a.validity) || '","until":' || coalesce('"' || upper(a.validity) || '"', 'null')
      || ',"school":' || coalesce('{"id":"sch_' || s.npsn || '","npsn":"' || s.npsn || '","name":'
        || to_json(s.name)::text || ',"level":"' || s.level || '"}', 'null')
      || ',"office":' || coalesce('{"id":"off_' || o.code || '","code":' || to_json(o.code)::text || ',"name":'
        || to_json(o.name)::text || '}', 'null')
      || ',"person":{"id":"per_' || p.id || '","name":' || to_json(p.name)::text
      || ',"employment":"' || p.employment || '"}}}', ',' order by n
    ), '') || '],"pageInfo":{"hasNextPage":' || (select (count(*) > ${size})::text from page) || ',"endCursor":' || coalesce((
      select '"' || translate(encode(convert_to(
        json_build_array('Query.supervisionTree LEVEL ASC', depth, parent_id, id)::text, 'UTF8'
      ), 'base64'), E'+/=\\n', '-_') || '"' from (select * from page where n <= ${size} order by n desc limit 1) last
    ), 'null') || '},"totalCount":' || (select count(*) from tree) || '}}}'
    from page t join assignment a using (id) join person p on p.id = a.person_id
    left join school s on s.npsn = a.school_npsn left join office o on o.code = a.office_code
    where n <= ${size}`,
  async requests({ heads, day }, ask) {
    const requests: Request[] = []
    for (const head of heads) {
      const root = `asg_${head}`
      const nobody = '00000000-0000-0000-0000-000000000000'
      let floor: Request['floor'] = [head, day, -1, nobody, nobody]
      for (let after: string | null = null, offset = 0; ; offset += size) {
        requests.push({ ours: { root, day, after }, peer: { root: head, day, offset }, floor })
        const { pageInfo }: Ours['tree'] = ((await ask(query, { root, day, after })) as Ours).tree
        if (!pageInfo.hasNextPage) break
        after = pageInfo.endCursor
        floor = [head, day, ...keysOf(after ?? '')]
      }
    }
    return requests
  },
  // PostGraphile turns pages by number
  facts: ({ tree: { pageInfo, ...tree } }) => ({ ...tree, hasNextPage: pageInfo.hasNextPage }),
  peerFacts: ({ tree: { nodes, pageInfo, totalCount } }) => ({
    nodes: nodes.map(({ rowId, parentId, assignment, ...counts }) => ({
      id: `asg_${rowId}`,
      parentId: parentId && `asg_${parentId}`,
      ...counts,
      assignment: assignmentOf(assignment),
    })),
    hasNextPage: pageInfo.hasNextPage,
    totalCount,
  }),
})

/** The place in the list that our cursor names: depth, parent, id. */
function keysOf(cursor: string): (string | number)[] {
  const [, ...keys] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as [string, number, string, string]
  return keys
}

const assignmentOf = ({
  rowId,
  validity,
  school,
  office,
  person: { rowId: personId, ...person },
  ...post
}: PeerAssignment) => ({
  id: `asg_${rowId}`,
  ...post,
  from: validity.start.value,
  until: until(validity),
  school: school && { id: `sch_${school.npsn}`, ...school },
  office: office && { id: `off_${office.code}`, ...office },
  person: { id: `per_${personId}`, ...person },
})
