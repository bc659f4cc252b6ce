import { type PeerRange, until } from './peer-range.ts'
import { workload } from './workload.ts'

interface Ours {
  page: { totalCount: number; pageInfo: { hasNextPage: boolean }; nodes: unknown[] }
}

interface Peer {
  page: { totalCount: number; pageInfo: { hasNextPage: boolean }; nodes: PeerTeacher[] }
}

interface PeerTeacher {
  rowId: string
  validity: PeerRange
  person: { rowId: string }
  school: { npsn: string } | null
}

const levels = ['SD', 'SMP', 'PAUD']
const employments = ['PNS', 'PPPK', 'NON_ASN']

/** Fifty teachers of a district by name, of one level and employment, and how many there are. */
export const teacherPage = workload<Ours, Peer>({
  name: 'page',
  title: 'filtered page with totalCount',
  targets: { ratio: 2.5, share: 0.5 },
  query: `query page($office: ID!, $level: [SchoolLevel!], $employment: [Employment!], $day: Date!) {
    page: teachers(
      first: 50
      filter: { office: $office, level: $level, employment: $employment, asOf: $day }
      orderBy: { field: NAME }
    ) {
      totalCount
      pageInfo { hasNextPage }
      nodes {
        id position basis from until
        person { id name nip employment rank }
        school { id npsn name level }
      }
    }
  }`,
  peerQuery: `query page($office: String!, $level: [String!], $employment: [String!], $day: Date!) {
    page: allAssignments(
      first: 50
      condition: { position: "TEACHER" }
      filter: {
        validity: { containsElement: $day }
        schoolBySchoolNpsn: { officeCode: { equalTo: $office }, level: { in: $level } }
        personByPersonId: { employment: { in: $employment } }
      }
      orderBy: [PERSON_NAME_ASC, ROW_ID_ASC]
    ) {
      totalCount
      pageInfo { hasNextPage }
      nodes {
        rowId position basis validity { start { value } end { value } }
        person: personByPersonId { rowId name nip employment rank }
        school: schoolBySchoolNpsn { npsn name level }
      }
    }
  }`,
  statement: `
    select '{"data":{"page":{"totalCount":' || coalesce(max(total), 0) || ',"pageInfo":{"hasNextPage":'
      || (coalesce(max(total), 0) > 50)::text || '},"nodes":[' || coalesce(string_agg(
        '{"id":"asg_' || id || '","position":"TEACHER","basis":"' || basis
        || '","from":"' || lower(validity) || '","until":' || coalesce('"' || upper(validity) || '"', 'null')
        || ',"person":{"id":"per_' || person_id || '","name":' || to_json(name)::text
        || ',"nip":' || coalesce('"' || nip || '"', 'null') || ',"employment":"' || employment
        || '","rank":' || coalesce(to_json(rank)::text, 'null')
        || '},"school":{"id":"sch_' || npsn || '","npsn":"' || npsn || '","name":' || to_json(school)::text
        || ',"level":"' || level || '"}}', ',' order by name, id), '') || ']}}}'
    from (
      select a.id, a.basis, a.validity, a.person_id, p.name, p.nip, p.employment, p.rank, s.npsn, s.name as school, s.level,
        count(*) over () as total
      from school s join assignment a on a.school_npsn = s.npsn join person p on p.id = a.person_id
      where s.office_code = $1 and s.level = $2 and p.employment = $3
        and a.position = 'TEACHER' and a.validity @> $4::date
      order by p.name, a.id limit 50
    ) page`,
  async requests({ offices, day }) {
    return offices.flatMap((office) =>
      levels.flatMap((level) =>
        employments.map((employment) => ({
          ours: { office: `off_${office}`, level: [level], employment: [employment], day },
          peer: { office, level: [level], employment: [employment], day },
          floor: [office, level, employment, day],
        })),
      ),
    )
  },
  facts: (ours) => ours,
  peerFacts: ({ page: { nodes, ...page } }) => ({
    page: {
      ...page,
      nodes: nodes.map(({ rowId, validity, person: { rowId: personId, ...person }, school, ...post }) => ({
        id: `asg_${rowId}`,
        ...post,
        from: validity.start.value,
        until: until(validity),
        person: { id: `per_${personId}`, ...person },
        school: school && { id: `sch_${school.npsn}`, ...school },
      })),
    },
  }),
})
