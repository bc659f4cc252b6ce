-- A year of a province's teachers, beside what was imported: each has an agreed plan, up to three observations and up to four pieces of
-- evidence. What varies follows from the keys of assignments, so that it is the same each time.
create function pg_temp.chosen(seed text, choices text[]) returns text language sql immutable
  return choices[1 + ('x' || left(md5(seed), 7))::bit(28)::int % cardinality(choices)];
create function pg_temp.key(seed text) returns uuid language sql immutable return md5(seed)::uuid;

create temporary table teacher as
  select a.id, a.key as seed, a.person_id, principal.person_id as appraiser,
    pg_temp.chosen(a.key || ' indicator', array(select code from indicator where role = 'TEACHER' order by code)) as indicator,
    timestamptz '2026-01-05 08:00+07' + (pg_temp.chosen(a.key || ' day', '{0,1,2,3,4,5,6,7,8,9,10,11,12,13}') || ' days')::interval as began
  from assignment a
  join school on npsn = school_npsn
  left join lateral (
    select person_id from assignment above
    where above.school_npsn = npsn and above.position = 'PRINCIPAL' and above.validity @> date '2026-01-05' order by key limit 1
  ) principal on true
  where a.position = 'TEACHER' and a.validity @> date '2026-01-05' and school.office_code like '32%';

insert into plan (id, assignment_id, period_code, status, version, route, scope, indicator_code, behaviours, activities, duties,
  expectations, warnings, late, was_reset, changed_at, submitted_at, agreed_at)
select pg_temp.key(seed || ' plan'), id, '2026', 'AGREED', 4, 'DIRECT', 'FULL', indicator,
  array(select code from target_behaviour where indicator_code = indicator order by code), '[]',
  '[{"name": "Wali kelas", "decree": "800/12/2026"}]', '[{"value": "COLLABORATIVE", "text": "Berbagi di komunitas belajar"}]', '{}', false,
  false, began + interval '6 days', began + interval '2 days', began + interval '6 days'
from teacher order by 1;

insert into plan_step (plan_id, version, action, from_status, to_status, at, person_id, changes)
select pg_temp.key(seed || ' plan'), version, action, before, after, began + (version - 1) * interval '2 days',
  case when version < 3 then person_id else appraiser end, '[]'
from teacher, (values (1, 'DRAFT', null, 'DRAFT'), (2, 'SUBMIT', 'DRAFT', 'SUBMITTED'), (3, 'REVIEW', 'SUBMITTED', 'IN_REVIEW'),
  (4, 'APPROVE', 'IN_REVIEW', 'AGREED')) as step (version, action, before, after);

create temporary table cycle as
  select teacher.*, number, pg_temp.key(seed || ' observation ' || number) as observation,
    case when number < many then 'COMPLETED'
      else pg_temp.chosen(seed || ' status', '{SCHEDULED,OBSERVED,SHARED,COMPLETED}') end as status,
    date '2026-02-02' + (number - 1) * 60 + pg_temp.chosen(seed || ' observed', '{0,1,2,3,7,8,9,10}')::int as day
  from teacher
  cross join lateral (select pg_temp.chosen(seed || ' observations', '{0,1,2,3}')::int as many) each,
  lateral generate_series(1, many) as number;

insert into observation (id, plan_id, assignment_id, number, status, version, changed_at, preparation, sheet, shared_at, discussion,
  follow_ups, reflection, conclusion)
select observation, pg_temp.key(seed || ' plan'), cycle.id, number, status, case status
    when 'SCHEDULED' then 3 when 'OBSERVED' then 5 when 'SHARED' then 6 else 10 end,
  (day + time '12:00') at time zone 'Asia/Jakarta',
  jsonb_build_object('mode', 'DIRECT', 'behaviours', codes, 'efforts', array['Membaca buku panduan guru'], 'lesson', 'Kelas 5, Matematika',
    'lessonPlan', 'Modul ajar pecahan', 'startsAt', day || 'T01:00:00.000Z', 'place', 'Ruang kelas 5'),
  case when status <> 'SCHEDULED' then jsonb_build_object('observedOn', day, 'note', 'Murid aktif bertanya.',
    'recommendation', 'Beri waktu lebih banyak untuk berdiskusi.', 'ratings', ratings) end,
  case when status in ('SHARED', 'COMPLETED') then (day + time '11:00') at time zone 'Asia/Jakarta' end,
  case when status = 'COMPLETED' then jsonb_build_object('keep', 'Sapaan di awal pelajaran', 'improve', 'Waktu tunggu setelah bertanya',
    'awareness', 'AWARE_OF_IMPACT', 'goal', 'Murid berpikir sebelum menjawab', 'effort', 'Menghitung sampai lima') end,
  case when status = 'COMPLETED' then jsonb_build_array(jsonb_build_object('effort', 'Belajar dari rekan', 'source', 'Komunitas belajar',
    'place', 'ELSEWHERE', 'on', day + 7)) else '[]' end,
  case when status = 'COMPLETED' then jsonb_build_object('achieved', 'Lebih banyak murid menjawab', 'next', 'Mencoba di kelas lain') end,
  case when status = 'COMPLETED' then jsonb_build_object('awareness', 'AWARE_OF_IMPACT', 'note', 'Lanjutkan.') end
from cycle, lateral (
  select jsonb_agg(code order by code) as codes, jsonb_agg(jsonb_build_object('behaviour', code, 'level',
    pg_temp.chosen(seed || number || code, '{NOT_DONE,DONE_NOT_YET_EFFECTIVE,DONE_AND_EFFECTIVE}'), 'note', 'Terlihat pada "' || text || '"',
    'examples', '[]'::jsonb) order by code) as ratings
  from target_behaviour where indicator_code = indicator
) seen
order by 1;

create temporary table piece as
  select one.*, pg_temp.key(seed || ' evidence ' || number) as evidence, observation,
    pg_temp.chosen(seed || ' verdict ' || number, '{ATTACHED,VERIFIED,VERIFIED,QUESTIONED}') as status,
    pg_temp.chosen(seed || ' kind ' || number, '{CERTIFICATE,REPORT,LESSON_PLAN,PHOTO,REFLECTION}') as kind,
    date '2026-03-02' + number * 30 as day
  from (
    select teacher.*, number from teacher,
      lateral generate_series(1, pg_temp.chosen(seed || ' evidence', '{0,1,2,3,4}')::int) as number
  ) one
  left join (select id, number, observation from cycle) seen using (id, number);

insert into evidence (id, plan_id, status, version, subject, duty, observation_id, kind, title, issuer, date, link, statement, changed_at)
select evidence, pg_temp.key(seed || ' plan'), status, case status when 'ATTACHED' then 1 else 2 end,
  case when observation is null then 'DUTY' else 'OBSERVATION' end, case when observation is null then 'Wali kelas' end, observation, kind,
  'Bukti "' || initcap(kind) || '" ' || number, 'SD contoh', day, case when number % 2 = 0 then 'https://contoh.example.id/' || number end,
  case when number % 2 = 1 then 'Ada di map kepegawaian' end, (day + case status when 'ATTACHED' then time '09:00' else '15:00' end) at time zone 'Asia/Jakarta'
from piece order by 1;

insert into evidence_step (evidence_id, version, action, from_status, to_status, at, person_id)
select evidence, 1, 'ATTACH', null, 'ATTACHED', (day + time '09:00') at time zone 'Asia/Jakarta', person_id from piece
union all
select evidence, 2, case status when 'VERIFIED' then 'VERIFY' else 'QUESTION' end, 'ATTACHED', status,
  (day + time '15:00') at time zone 'Asia/Jakarta', appraiser
from piece where status <> 'ATTACHED'
order by 1, 2;
