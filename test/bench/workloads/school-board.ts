import { type PeerRange, until } from './peer-range.ts'
import { workload } from './workload.ts'

interface Peer {
  node: {
    npsn: string
    name: string
    staff: { totalCount: number; nodes: (PeerPost & { person: PeerPerson; below: { nodes: { post: PeerBelow }[] } })[] }
  }
}

interface PeerPost {
  rowId: string
  position: string
  validity: PeerRange
}

interface PeerPerson {
  rowId: string
}

interface PeerBelow {
  rowId: string
  person: { name: string; posts: { nodes: (PeerPost & { school: PeerSchool | null })[] } }
}

interface PeerSchool {
  npsn: string
  scores: { nodes: { score: string; label: string; indicator: { code: string; name: string } }[] }
}

/** A school's staff; below each, those he appraises; below these, all their posts; below each post, its school's report card. */
export const schoolBoard = workload<unknown, Peer>({
  name: 'board',
  title: 'school board',
  targets: { ratio: 3, share: 0.6 },
  query: `query board($school: ID!, $day: Date!, $year: Int!) {
    node(id: $school) {
      ... on School {
        npsn name
        staff(first: 50, filter: { asOf: $day }) {
          totalCount
          nodes {
            id position from until
            person { id name nip employment rank }
            subordinates(first: 50, asOf: $day) {
              nodes {
                id
                person {
                  name
                  assignments {
                    id position from until
                    school { npsn reportCard(year: $year) { score label indicator { code name } } }
                  }
                }
              }
            }
          }
        }
      }
    }
  }`,
  peerQuery: `query board($school: String!, $day: Date!, $year: Int!) {
    node: schoolByNpsn(npsn: $school) {
      npsn name
      staff: assignmentsBySchoolNpsn(
        first: 50
        orderBy: [PERSON_NAME_ASC, ROW_ID_ASC]
        filter: { validity: { containsElement: $day } }
      ) {
        totalCount
        nodes {
          rowId position validity { start { value } end { value } }
          person: personByPersonId { rowId name nip employment rank }
          below: supervisionPathsByAncestorId(
            first: 50
            orderBy: [PERSON_NAME_ASC, DESCENDANT_ID_ASC]
            condition: { depth: 1, capacity: "APPRAISER" }
            filter: { validity: { containsElement: $day } }
          ) {
            nodes {
              post: assignmentByDescendantId {
                rowId
                person: personByPersonId {
                  name
                  posts: assignmentsByPersonId(orderBy: [VALIDITY_ASC, ROW_ID_ASC]) {
                    nodes {
                      rowId position validity { start { value } end { value } }
                      school: schoolBySchoolNpsn {
                        npsn
                        scores: reportCardScoresBySchoolNpsn(condition: { year: $year }, orderBy: INDICATOR_CODE_ASC) {
                          nodes { score label indicator: indicatorByIndicatorCode { code name } }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
  }`,
  statement: `
    select '{"data":{"node":{"npsn":"' || s.npsn || '","name":' || to_json(s.name)::text || ',"staff":' || staff.page || '}}}'
    from school s, lateral (
      select '{"totalCount":' || count(*) || ',"nodes":['
        || coalesce(string_agg(node, ',' order by n) filter (where n <= 50), '') || ']}' as page
      from (
        select row_number() over (order by p.name, a.id) as n, '{"id":"asg_' || a.id || '","position":"' || a.position
          || '","from":"' || lower(a.validity) || '","until":' || coalesce('"' || upper(a.validity) || '"', 'null')
          || ',"person":{"id":"per_' || p.id || '","name":' || to_json(p.name)::text
          || ',"nip":' || coalesce('"' || p.nip || '"', 'null') || ',"employment":"' || p.employment
          || '","rank":' || coalesce(to_json(p.rank)::text, 'null') || '},"subordinates":{"nodes":['
          || coalesce(below.list, '') || ']}}' as node
        from assignment a join person p on p.id = a.person_id, lateral (
          select string_agg(node, ',' order by name, id) as list
          from (
            select q.name, b.id, '{"id":"asg_' || b.id || '","person":{"name":' || to_json(q.name)::text
              || ',"assignments":[' || coalesce(posts.list, '') || ']}}' as node
            from supervision_path x join assignment b on b.id = x.descendant_id join person q on q.id = b.person_id, lateral (
              select string_agg('{"id":"asg_' || c.id || '","position":"' || c.position
                || '","from":"' || lower(c.validity) || '","until":' || coalesce('"' || upper(c.validity) || '"', 'null')
                || ',"school":' || coalesce('{"npsn":"' || c.school_npsn || '","reportCard":[' || card.list || ']}', 'null')
                || '}', ',' order by c.validity, c.id) as list
              from assignment c, lateral (
                select coalesce(string_agg('{"score":' || r.score::float8 || ',"label":"' || r.label || '","indicator":{"code":'
                  || to_json(i.code)::text || ',"name":' || to_json(i.name)::text || '}}', ',' order by r.indicator_code), '') as list
                from report_card_score r join indicator i on i.code = r.indicator_code
                where r.school_npsn = c.school_npsn and r.year = $3
              ) card
              where c.person_id = q.id
            ) posts
            where x.ancestor_id = a.id and x.depth = 1 and x.capacity = 'APPRAISER' and x.validity @> $2::date
            order by q.name, b.id limit 50
          ) one
        ) below
        where a.school_npsn = s.npsn and a.validity @> $2::date
      ) one
    ) staff
    where s.npsn = $1`,
  async requests({ schools, day, year }) {
    return schools.map((school) => ({
      ours: { school: `sch_${school}`, day, year },
      peer: { school, day, year },
      floor: [school, day, year],
    }))
  },
  facts: (ours) => ours,
  peerFacts: ({ node: { staff, ...school } }) => ({
    node: {
      ...school,
      staff: {
        totalCount: staff.totalCount,
        nodes: staff.nodes.map(({ person: { rowId, ...person }, below, ...assignment }) => ({
          ...post(assignment),
          person: { id: `per_${rowId}`, ...person },
          subordinates: { nodes: below.nodes.map((path) => subordinate(path.post)) },
        })),
      },
    },
  }),
})

const post = ({ rowId, position, validity }: PeerPost) => ({
  id: `asg_${rowId}`,
  position,
  from: validity.start.value,
  until: until(validity),
})

const subordinate = ({ rowId, person }: PeerBelow) => ({
  id: `asg_${rowId}`,
  person: {
    name: person.name,
    assignments: person.posts.nodes.map(({ school, ...assignment }) => ({
      ...post(assignment),
      school: school && {
        npsn: school.npsn,
        reportCard: school.scores.nodes.map(({ score, ...line }) => ({ score: Number(score), ...line })),
      },
    })),
  },
})
