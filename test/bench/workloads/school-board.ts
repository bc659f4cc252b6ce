import { type PeerRange, until } from './peer-range.ts'
import { workload } from './workload.ts'

interface Peer {
  node: { npsn: string; name: string; staff: { totalCount: number; nodes: PeerPost[] } }
}

interface PeerPost {
  rowId: string
  position: string
  validity: PeerRange
  person: { rowId: string }
  plans: { nodes: PeerPlan[] }
}

interface PeerPlan {
  rowId: string
  agreedAt: string
  indicator: { code: string; name: string }
  behaviours: { nodes: { code: string; number: number; text: string }[] }
  observations: { nodes: PeerObservation[] }
}

interface PeerObservation {
  rowId: string
  preparation: { startsAt: string }
  sheet: { observedOn: string; ratings: { behaviour: string; level: string; note: string }[] } | null
  evidence: { nodes: PeerEvidence[] }
}

interface PeerEvidence {
  rowId: string
  history: { nodes: { action: string; at: string; person: { name: string } | null }[] }
}

/** What a principal looks at all year: a school's staff; the plan of each, its observations, and the evidence of these, with what was rated and done. */
export const schoolBoard = workload<unknown, Peer>({
  name: 'board',
  title: 'school board',
  targets: { ratio: 3, share: 0.6 },
  query: `query board($school: ID!, $day: Date!, $period: String!) {
    node(id: $school) {
      ... on School {
        npsn name
        staff(first: 50, filter: { asOf: $day }) {
          totalCount
          nodes {
            id position from until
            person { id name nip employment rank }
            plan(period: $period) {
              id status version agreedAt
              content {
                indicator { code name }
                behaviours { number text }
              }
              observations {
                id number status
                content {
                  preparation { startsAt }
                  sheet { observedOn ratings { behaviour { number text } level note } }
                }
                evidence {
                  id status kind title date
                  history { action at name }
                }
              }
            }
          }
        }
      }
    }
  }`,
  peerQuery: `query board($school: String!, $day: Date!, $period: String!) {
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
          plans: plansByAssignmentId(condition: { periodCode: $period }) {
            nodes {
              rowId status version agreedAt
              indicator: indicatorByIndicatorCode { code name }
              behaviours: targetBehaviours { nodes { code number text } }
              observations: observationsByPlanId(orderBy: NUMBER_ASC) {
                nodes {
                  rowId number status preparation sheet
                  evidence: evidencesByObservationId(orderBy: ROW_ID_ASC) {
                    nodes {
                      rowId status kind title date
                      history: evidenceStepsByEvidenceId(orderBy: VERSION_ASC) {
                        nodes { action at person: personByPersonId { name } }
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
          || '","rank":' || coalesce(to_json(p.rank)::text, 'null') || '},"plan":'
          || coalesce('{"id":"pln_' || l.id || '","status":"' || l.status || '","version":' || l.version || ',"agreedAt":'
            || coalesce('"' || to_char(l.agreed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '"', 'null')
            || ',"content":{"indicator":' || coalesce('{"code":' || to_json(i.code)::text || ',"name":' || to_json(i.name)::text || '}', 'null')
            || ',"behaviours":[' || coalesce(behaviour.list, '') || ']},"observations":[' || coalesce(observation.list, '')
            || ']}', 'null') || '}' as node
        from assignment a
        join person p on p.id = a.person_id
        left join plan l on l.assignment_id = a.id and l.period_code = $3
        left join indicator i on i.code = l.indicator_code, lateral (
          select string_agg('{"number":' || t.number || ',"text":' || to_json(t.text)::text || '}', ',' order by t.number) as list
          from target_behaviour t where t.code = any(l.behaviours)
        ) behaviour, lateral (
          select string_agg('{"id":"obs_' || o.id || '","number":' || o.number || ',"status":"' || o.status
            || '","content":{"preparation":{"startsAt":'
            || coalesce('"' || to_char((o.preparation ->> 'startsAt')::timestamptz at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '"', 'null')
            || '},"sheet":' || case when o.sheet is null then 'null' else '{"observedOn":"' || (o.sheet ->> 'observedOn') || '","ratings":['
              || coalesce(rating.list, '') || ']}' end || '},"evidence":[' || coalesce(evidence.list, '') || ']}', ',' order by o.number) as list
          from observation o, lateral (
            select string_agg('{"behaviour":{"number":' || t.number || ',"text":' || to_json(t.text)::text || '},"level":"'
              || (each.rating ->> 'level') || '","note":' || coalesce(to_json(each.rating ->> 'note')::text, 'null') || '}',
              ',' order by each.n) as list
            from jsonb_array_elements(o.sheet -> 'ratings') with ordinality as each (rating, n)
            join target_behaviour t on t.code = each.rating ->> 'behaviour'
          ) rating, lateral (
            select string_agg('{"id":"evd_' || e.id || '","status":"' || e.status || '","kind":"' || e.kind || '","title":' || to_json(e.title)::text
              || ',"date":"' || e.date || '","history":[' || coalesce(history.list, '') || ']}', ',' order by e.id) as list
            from evidence e, lateral (
              select string_agg('{"action":"' || h.action || '","at":"' || to_char(h.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
                || '","name":' || coalesce(to_json(q.name)::text, 'null') || '}', ',' order by h.version) as list
              from evidence_step h left join person q on q.id = h.person_id where h.evidence_id = e.id
            ) history
            where e.observation_id = o.id
          ) evidence
          where o.plan_id = l.id
        ) observation
        where a.school_npsn = s.npsn and a.validity @> $2::date
      ) one
    ) staff
    where s.npsn = $1`,
  async requests({ schools, day, period }) {
    return schools.map((school) => ({
      ours: { school: `sch_${school}`, day, period },
      peer: { school, day, period },
      floor: [school, day, period],
    }))
  },
  facts: (ours) => ours,
  peerFacts: ({ node: { staff, ...school } }) => ({
    node: {
      ...school,
      staff: {
        totalCount: staff.totalCount,
        nodes: staff.nodes.map(({ rowId, validity, person: { rowId: personId, ...person }, plans, ...post }) => ({
          id: `asg_${rowId}`,
          ...post,
          from: validity.start.value,
          until: until(validity),
          person: { id: `per_${personId}`, ...person },
          plan: plans.nodes[0] ? plan(plans.nodes[0]) : null,
        })),
      },
    },
  }),
})

const moment = (text: string) => new Date(text).toISOString()

function plan({ rowId, agreedAt, indicator, behaviours, observations, ...state }: PeerPlan) {
  const known = new Map(behaviours.nodes.map(({ code, ...behaviour }) => [code, behaviour]))
  return {
    id: `pln_${rowId}`,
    ...state,
    agreedAt: moment(agreedAt),
    content: { indicator, behaviours: [...known.values()] },
    observations: observations.nodes.map(({ rowId, preparation, sheet, evidence, ...cycle }) => ({
      id: `obs_${rowId}`,
      ...cycle,
      content: {
        preparation: { startsAt: moment(preparation.startsAt) },
        sheet: sheet && {
          observedOn: sheet.observedOn,
          ratings: sheet.ratings.map(({ behaviour, level, note }) => ({
            behaviour: known.get(behaviour),
            level,
            note,
          })),
        },
      },
      evidence: evidence.nodes.map(({ rowId, history, ...piece }) => ({
        id: `evd_${rowId}`,
        ...piece,
        history: history.nodes.map(({ action, at, person }) => ({
          action,
          at: moment(at),
          name: person?.name ?? null,
        })),
      })),
    })),
  }
}
