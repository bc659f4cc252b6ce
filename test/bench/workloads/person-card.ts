import { type PeerRange, until } from './peer-range.ts'
import { workload } from './workload.ts'

interface Peer {
  person: {
    rowId: string
    assignments: {
      nodes: {
        rowId: string
        validity: PeerRange
        school: { npsn: string } | null
        paths: { nodes: { supervisor: PeerSupervisor }[] }
      }[]
    }
  }
  period: { validity: PeerRange }
}

interface PeerSupervisor {
  position: string
  person: { name: string }
  school: { name: string } | null
  office: { name: string } | null
}

/** A person, the posts held today with school and supervisor, and the period. */
export const personCard = workload<unknown, Peer>({
  name: 'card',
  title: 'person card',
  targets: { ratio: 2.5, share: 0.45 },
  query: `query card($person: ID!, $day: Date!, $period: ID!) {
    person(id: $person) {
      id name nip employment rank
      assignments(asOf: $day) {
        id position basis from until
        school { id npsn name level }
        supervisor(asOf: $day) { name position place }
      }
    }
    period: node(id: $period) { ... on Period { code name from until } }
  }`,
  peerQuery: `query card($person: UUID!, $day: Date!, $period: String!) {
    person: personByRowId(rowId: $person) {
      rowId name nip employment rank
      assignments: assignmentsByPersonId(filter: { validity: { containsElement: $day } }, orderBy: VALIDITY_ASC) {
        nodes {
          rowId position basis validity { start { value } end { value } }
          school: schoolBySchoolNpsn { npsn name level }
          paths: supervisionPathsByDescendantId(
            first: 1
            condition: { depth: 1, capacity: "APPRAISER" }
            filter: { validity: { containsElement: $day } }
          ) {
            nodes {
              supervisor: assignmentByAncestorId {
                position
                person: personByPersonId { name }
                school: schoolBySchoolNpsn { name }
                office: officeByOfficeCode { name }
              }
            }
          }
        }
      }
    }
    period: periodByCode(code: $period) { code name validity { start { value } end { value } } }
  }`,
  statement: `
    select '{"data":{"person":{"id":"per_' || p.id || '","name":' || to_json(p.name)::text
      || ',"nip":' || coalesce('"' || p.nip || '"', 'null') || ',"employment":"' || p.employment
      || '","rank":' || coalesce(to_json(p.rank)::text, 'null')
      || ',"assignments":[' || coalesce(posts.list, '') || ']},"period":' || (
        select '{"code":' || to_json(code)::text || ',"name":' || to_json(name)::text
          || ',"from":"' || lower(validity) || '","until":"' || upper(validity) || '"}'
        from period where code = $3
      ) || '}}'
    from person p, lateral (
      select string_agg('{"id":"asg_' || a.id || '","position":"' || a.position || '","basis":"' || a.basis
        || '","from":"' || lower(a.validity) || '","until":' || coalesce('"' || upper(a.validity) || '"', 'null')
        || ',"school":' || coalesce('{"id":"sch_' || s.npsn || '","npsn":"' || s.npsn || '","name":'
          || to_json(s.name)::text || ',"level":"' || s.level || '"}', 'null')
        || ',"supervisor":' || coalesce((
          select '{"name":' || to_json(q.name)::text || ',"position":"' || b.position
            || '","place":' || to_json(coalesce(t.name, o.name))::text || '}'
          from supervision_path x join assignment b on b.id = x.ancestor_id join person q on q.id = b.person_id
          left join school t on t.npsn = b.school_npsn left join office o on o.code = b.office_code
          where x.descendant_id = a.id and x.depth = 1 and x.capacity = 'APPRAISER' and x.validity @> $2::date limit 1
        ), 'null') || '}', ',' order by a.validity, a.id) as list
      from assignment a left join school s on s.npsn = a.school_npsn
      where a.person_id = p.id and a.validity @> $2::date
    ) posts
    where p.id = $1::uuid`,
  async requests({ people, day, period }) {
    return people.map((person) => ({
      ours: { person: `per_${person}`, day, period: `prd_${period}` },
      peer: { person, day, period },
      floor: [person, day, period],
    }))
  },
  facts: (ours) => ours,
  peerFacts: ({ person: { rowId, assignments, ...person }, period: { validity, ...period } }) => ({
    person: {
      id: `per_${rowId}`,
      ...person,
      assignments: assignments.nodes.map(({ rowId, validity, school, paths, ...post }) => ({
        id: `asg_${rowId}`,
        ...post,
        from: validity.start.value,
        until: until(validity),
        school: school && { id: `sch_${school.npsn}`, ...school },
        supervisor:
          paths.nodes.map(({ supervisor: { position, person, school, office } }) => ({
            name: person.name,
            position,
            place: (school ?? office)?.name,
          }))[0] ?? null,
      })),
    },
    period: { ...period, from: validity.start.value, until: until(validity) },
  }),
})
