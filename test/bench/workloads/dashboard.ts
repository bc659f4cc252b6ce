import { type PeerRange, until } from './peer-range.ts'
import { workload } from './workload.ts'

interface Ours {
  viewer: unknown
}

interface Peer {
  offices: { totalCount: number; nodes: { code: string; name: string }[] }
  schools: { totalCount: number; nodes: { npsn: string }[] }
  teachers: { totalCount: number }
  supervisors: { totalCount: number; nodes: { rowId: string; person: { name: string }; school: { name: string } }[] }
  indicators: { nodes: { code: string; name: string }[] }
  periods: { nodes: { code: string; name: string; validity: PeerRange }[] }
  person: { rowId: string; posts: { nodes: { position: string; school: { name: string } | null }[] } }
}

/** Eight root fields at once, as the first view of an office's dashboard asks them. */
export const dashboard = workload<Ours, Peer>({
  name: 'dashboard',
  title: 'eight root fields',
  targets: { ratio: 3, share: 0.5 },
  query: `query dashboard($office: ID!, $person: ID!, $day: Date!, $period: String!) {
    viewer { role expiresAt }
    offices(filter: { level: DISTRICT }, first: 100) { totalCount nodes { id code name } }
    schools(filter: { office: $office }, first: 10) { totalCount nodes { id npsn name level } }
    teachers(filter: { office: $office, asOf: $day }) { totalCount }
    supervisors(filter: { office: $office, position: [PRINCIPAL], asOf: $day }, first: 10) {
      totalCount
      nodes { id person { name } school { name } }
    }
    indicators(period: $period, role: TEACHER) { code name }
    periods { code name from until }
    person(id: $person) { id name nip assignments(asOf: $day) { position school { name } } }
  }`,
  peerQuery: `query dashboard($office: String!, $person: UUID!, $day: Date!, $period: String!) {
    offices: allOffices(condition: { level: "DISTRICT" }, orderBy: CODE_ASC, first: 100) {
      totalCount
      nodes { code name }
    }
    schools: allSchools(condition: { officeCode: $office }, orderBy: [NAME_ASC, NPSN_ASC], first: 10) {
      totalCount
      nodes { npsn name level }
    }
    teachers: allAssignments(
      condition: { position: "TEACHER" }
      filter: { validity: { containsElement: $day }, schoolBySchoolNpsn: { officeCode: { equalTo: $office } } }
    ) {
      totalCount
    }
    supervisors: allAssignments(
      first: 10
      condition: { position: "PRINCIPAL" }
      filter: {
        validity: { containsElement: $day }
        schoolBySchoolNpsn: { officeCode: { equalTo: $office } }
        supervisionPathsByAncestorId: { some: { depth: { equalTo: 1 }, validity: { containsElement: $day } } }
      }
      orderBy: [PERSON_NAME_ASC, ROW_ID_ASC]
    ) {
      totalCount
      nodes { rowId person: personByPersonId { name } school: schoolBySchoolNpsn { name } }
    }
    indicators: allIndicators(
      condition: { role: "TEACHER" }
      filter: { indicatorPeriodsByIndicatorCode: { some: { periodCode: { equalTo: $period } } } }
      orderBy: NUMBER_ASC
    ) {
      nodes { code name }
    }
    periods: allPeriods(orderBy: CODE_ASC) { nodes { code name validity { start { value } end { value } } } }
    person: personByRowId(rowId: $person) {
      rowId name nip
      posts: assignmentsByPersonId(filter: { validity: { containsElement: $day } }, orderBy: [VALIDITY_ASC, ROW_ID_ASC]) {
        nodes { position school: schoolBySchoolNpsn { name } }
      }
    }
  }`,
  statement: `
    select '{"data":{"viewer":{"role":"' || $5::text || '","expiresAt":"' || $6::text || '"},"offices":' || (
      select '{"totalCount":' || count(*) || ',"nodes":[' || coalesce(string_agg(
        '{"id":"off_' || code || '","code":"' || code || '","name":' || to_json(name)::text || '}', ',' order by code), '') || ']}'
      from office where level = 'DISTRICT'
    ) || ',"schools":' || (
      select '{"totalCount":' || coalesce(max(total), 0) || ',"nodes":[' || coalesce(string_agg('{"id":"sch_' || npsn || '","npsn":"'
        || npsn || '","name":' || to_json(name)::text || ',"level":"' || level || '"}', ',' order by name, npsn), '') || ']}'
      from (
        select npsn, name, level, count(*) over () as total from school where office_code = $1 order by name, npsn limit 10
      ) page
    ) || ',"teachers":' || (
      select '{"totalCount":' || count(*) || '}' from school s join assignment a on a.school_npsn = s.npsn
      where s.office_code = $1 and a.position = 'TEACHER' and a.validity @> $3::date
    ) || ',"supervisors":' || (
      select '{"totalCount":' || coalesce(max(total), 0) || ',"nodes":[' || coalesce(string_agg('{"id":"asg_' || id
        || '","person":{"name":' || to_json(name)::text || '},"school":{"name":' || to_json(school)::text || '}}',
        ',' order by name, id), '') || ']}'
      from (
        select a.id, p.name, s.name as school, count(*) over () as total
        from school s join assignment a on a.school_npsn = s.npsn join person p on p.id = a.person_id
        where s.office_code = $1 and a.position = 'PRINCIPAL' and a.validity @> $3::date
          and exists (select from supervision_path where ancestor_id = a.id and depth = 1 and validity @> $3::date)
        order by p.name, a.id limit 10
      ) page
    ) || ',"indicators":[' || (
      select coalesce(string_agg('{"code":"' || code || '","name":' || to_json(name)::text || '}', ',' order by number), '')
      from indicator join indicator_period on indicator_code = code where role = 'TEACHER' and period_code = $4
    ) || '],"periods":[' || (
      select coalesce(string_agg('{"code":"' || code || '","name":' || to_json(name)::text || ',"from":"' || lower(validity)
        || '","until":"' || upper(validity) || '"}', ',' order by validity), '')
      from period
    ) || '],"person":' || (
      select '{"id":"per_' || p.id || '","name":' || to_json(p.name)::text || ',"nip":' || coalesce('"' || p.nip || '"', 'null')
        || ',"assignments":[' || coalesce((
          select string_agg('{"position":"' || a.position || '","school":'
            || coalesce('{"name":' || to_json(s.name)::text || '}', 'null') || '}', ',' order by a.validity, a.id)
          from assignment a left join school s on s.npsn = a.school_npsn where a.person_id = p.id and a.validity @> $3::date
        ), '') || ']}'
      from person p where p.id = $2::uuid
    ) || '}}'`,
  async requests({ offices, people, day, period, viewer }) {
    return people.map((person, index) => {
      const office = offices[index % offices.length] ?? ''
      return {
        ours: { office: `off_${office}`, person: `per_${person}`, day, period },
        peer: { office, person, day, period },
        floor: [office, person, day, period, viewer.role, viewer.expiresAt],
      }
    })
  },
  // PostGraphile has no viewer
  facts: ({ viewer: _, ...ours }) => ours,
  peerFacts: ({
    offices,
    schools,
    teachers,
    supervisors,
    indicators,
    periods,
    person: { rowId, posts, ...person },
  }) => ({
    offices: { ...offices, nodes: offices.nodes.map((office) => ({ id: `off_${office.code}`, ...office })) },
    schools: { ...schools, nodes: schools.nodes.map((school) => ({ id: `sch_${school.npsn}`, ...school })) },
    teachers,
    supervisors: {
      ...supervisors,
      nodes: supervisors.nodes.map(({ rowId: id, ...post }) => ({ id: `asg_${id}`, ...post })),
    },
    indicators: indicators.nodes,
    periods: periods.nodes.map(({ validity, ...period }) => ({
      ...period,
      from: validity.start.value,
      until: until(validity),
    })),
    person: { id: `per_${rowId}`, ...person, assignments: posts.nodes },
  }),
})
