-- Plans of 2026 for those of the country who have none yet, at all stages, nine of ten; and appraisals of most that are agreed. What varies
-- follows from the keys of assignments, so that it is the same each time.
insert into plan (id, assignment_id, period_code, status, version, route, scope, indicator_code, behaviours, activities, duties,
  expectations, warnings, late, was_reset, changed_at, submitted_at, agreed_at)
select md5(seed || ' plan')::uuid, id, '2026', status, 1, 'DIRECT', 'FULL', indicator, behaviours, '[]',
  '[{"name": "Wali kelas", "decree": "800/12/2026"}]', '[{"value": "COLLABORATIVE", "text": "Berbagi di komunitas belajar"}]', '{}',
  chance >= 80, false, began, case when status <> 'DRAFT' then began end, case when status = 'AGREED' then began + interval '4 days' end
from (
  select a.id, a.key as seed, chance, timestamptz '2026-01-05 08:00+07' + chance % 30 * interval '1 day' as began,
    case when chance < 6 then 'DRAFT' when chance < 18 then 'SUBMITTED' when chance < 25 then 'IN_REVIEW' else 'AGREED' end as status,
    indicators[1 + chance % cardinality(indicators)] as indicator
  from assignment a
  cross join lateral (select ('x' || left(md5(a.key), 7))::bit(28)::int % 100 as chance) drawn
  join lateral (
    select array_agg(code order by code) as indicators from indicator where role = case a.position when 'PRINCIPAL' then 'PRINCIPAL' else 'TEACHER' end
  ) offered on true
  where a.position in ('TEACHER', 'PRINCIPAL') and a.validity @> date '2026-01-05' and chance < 90
    and not exists (select from plan where assignment_id = a.id and period_code = '2026')
) post
join lateral (select coalesce(array_agg(code order by code), array[]::text[]) as behaviours from target_behaviour where indicator_code = indicator) chosen on true;

insert into appraisal (id, plan_id, assignment_id, period_code, status, version, route, value_ratings, predicate, consequences, explanation,
  appraised, changed_at, given_at, objection_until)
select md5(id || ' appraisal')::uuid, id, assignment_id, period_code, 'FINAL', 3, 'ORGANISATION', '[]',
  case when chance < 2 then 'POOR' when chance < 12 then 'NEEDS_IMPROVEMENT' when chance < 70 then 'GOOD' else 'VERY_GOOD' end, '[]', '[]', '{}',
  agreed_at + interval '300 days', agreed_at + interval '300 days', (agreed_at + interval '314 days')::date
from plan cross join lateral (select ('x' || left(md5(id::text), 7))::bit(28)::int % 100 as chance) drawn
where period_code = '2026' and status = 'AGREED' and chance < 95;

