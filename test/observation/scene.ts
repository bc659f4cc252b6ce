import { randomUUID } from 'node:crypto'
import type { Client } from '../../sdk/index.ts'
import { makeDistrict, type Name } from '../district.ts'
import { server } from '../support.ts'
import type { Words } from './steps.ts'

/** Whose plan is observed, by whom: a teacher's by her principal, and a principal's by the work team. */
export const routes = {
  APPRAISER: { owner: 'Sari', observer: 'Budi', indicator: 'POSITIVE_DISCIPLINE' },
  WORK_TEAM: { owner: 'Budi', observer: 'Dewi', indicator: 'VISION_AND_MISSION' },
} as const satisfies Readonly<Record<string, { owner: Name; observer: Name; indicator: string }>>

export type Route = keyof typeof routes

interface Planned {
  readonly period?: string
  readonly status?: string
  readonly scope?: string
  readonly behaviours?: readonly number[]
}

/** A district with an agreed plan, in which two behaviours stand. */
export async function makeScene(route: Route = 'APPRAISER', planned: Planned = {}) {
  const { period = '2026', status = 'AGREED', scope = 'FULL', behaviours = [1, 3] } = planned
  const district = await makeDistrict()
  const { owner, observer, indicator } = routes[route]
  const { pool } = (await server()).database
  const [plan, cycle] = [randomUUID(), randomUUID()]
  const assignment = district.assignment(owner).slice(4)
  const people = ([owner, observer] as const).map((name) => district.person(name).slice(4))
  const [observed, observing] = (await Promise.all([district.signIn(owner), district.signIn(observer)])) as [
    Client,
    Client,
  ]
  await pool.query(
    `insert into plan values ($1, $2, $3, $4, 3, 'DIRECT', $5, null, $6, $7, '[]', '[]', '[]', null, '{}', false, false,
       '2024-01-05', null, null)`,
    [plan, assignment, period, status, scope, indicator, behaviours.map((number) => `${indicator}.${number}`)],
  )
  const day = period === '2026' ? '2026-03-02' : '2024-03-04'
  const behaviour = (number: number) => `beh_${indicator}.${number}`
  const schedule = { startsAt: `${day}T02:00:00.000Z`, place: 'Kelas 4A' }
  const words: Words = {
    schedule: { startsAt: `${day}T05:30:00.000Z`, place: 'Kelas 5B' },
    preparation: {
      mode: 'DIRECT',
      behaviours: behaviours.map(behaviour),
      efforts: ['Membaca modul'],
      lesson: 'Kelas 4, IPAS',
      lessonPlan: 'Modul ajar ekosistem',
      schedule,
    },
    sheet: {
      observedOn: day,
      ratings: behaviours.map((number) => ({
        behaviour: behaviour(number),
        level: 'DONE_AND_EFFECTIVE',
        note: `Terlihat ${number}`,
      })),
      recommendation: 'Ikuti komunitas belajar',
    },
    day,
  }
  return {
    district,
    observed,
    observing,
    plan: `pln_${plan}`,
    observation: `obs_${cycle}`,
    words,
    behaviour,
    /** Makes it as if nothing had happened but what led to a status, at version 5; null: no cycle has begun. */
    async put(status: string | null): Promise<void> {
      await pool.query('delete from notification where person_id = any($1)', [people])
      await pool.query(
        'delete from observation_step using observation where observation_id = observation.id and plan_id = $1',
        [plan],
      )
      await pool.query('delete from observation where plan_id = $1', [plan])
      if (status === null) return
      const preparation = { ...words.preparation, ...schedule, behaviours: behaviours.map((n) => `${indicator}.${n}`) }
      await pool.query(
        `insert into observation values ($1, $2, $3, 1, $4, 5, '2024-02-05', $5, null, null, null, '[]', null, null)`,
        [cycle, plan, assignment, status, JSON.stringify({ ...preparation, schedule: undefined })],
      )
    },
    /** All that is kept of it, to the last byte. */
    async everything(): Promise<string | undefined> {
      const { rows } = await pool.query<{ text: string }>(
        `select json_build_array(
           (select json_agg(cycle order by cycle.number) from observation cycle where plan_id = $1),
           (select json_agg(step order by step.version) from observation_step step
              join observation on observation.id = observation_id where plan_id = $1),
           (select json_agg(told order by told.id) from notification told where person_id = any($2)),
           (select json_agg(event order by event.id) from event where subject = any($2 || $1::uuid)),
           (select json_agg(entry order by entry.id) from audit_entry entry where subjects && $2 and action not in ('READ', 'REFUSED'))
         )::text as text`,
        [plan, people],
      )
      return rows[0]?.text
    },
    /** Who is told what, as `OBSERVED OBSERVATION_SHARED`. */
    async told(): Promise<string[]> {
      const { rows } = await pool.query<{ line: string }>(
        `select (array['OBSERVED', 'OBSERVER'])[array_position($1::uuid[], person_id)] || ' ' || kind as line
         from notification where person_id = any($1) order by array_position($1::uuid[], person_id)`,
        [people],
      )
      return rows.map(({ line }) => line)
    },
  }
}

export type Scene = Awaited<ReturnType<typeof makeScene>>
