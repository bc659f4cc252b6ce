import type { ClientBase } from 'pg'
import type { Edge } from '../supervision/forest.ts'
import { changed } from './paths.ts'

/** An edge that has to be judged together with others. */
export interface Contested extends Edge {
  /** On a chain that may be a circle, not just beside one. */
  isCircular: boolean
}

const crowdSize = 5_000

/** Makes the temporary table `contested`: all edges in `appraisal` of those with two appraisers or in a circle. */
export async function findContested(client: ClientBase): Promise<void> {
  await client.query(`
    create temporary table contested on commit drop as
    with crowded as (
      select subordinate_id from (
        select subordinate_id, lower(validity) < max(coalesce(upper(validity), 'infinity')) over (
          partition by subordinate_id order by lower(validity), line rows between unbounded preceding and 1 preceding
        ) as clashes
        from appraisal
        where subordinate_id in (
          select subordinate_id from appraisal join ${changed} on id = subordinate_id
          group by subordinate_id having count(*) > 1
        )
      ) as edge
      where clashes
    )
    select a.*, c.subordinate_id is not null as in_circle, e.supervisor_id is not null as is_circular
    from appraisal a
    left join (select distinct subordinate_id from circle) c on c.subordinate_id = a.subordinate_id
    left join circle e on e.subordinate_id = a.subordinate_id and e.supervisor_id = a.supervisor_id
    where c.subordinate_id is not null or a.subordinate_id in (select subordinate_id from crowded)`)
  await client.query('create index on contested (subordinate_id) where not in_circle')
  await client.query('analyze contested')
}

/** The edges of all in circles: they are judged at once. */
export function readCircles(client: ClientBase): Promise<Contested[]> {
  return readEdges(client, 'in_circle', [])
}

/** The other edges, a few thousand subordinates at a time, as one has nothing to do with another. */
export async function* readCrowds(client: ClientBase): AsyncGenerator<Contested[]> {
  let last = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const { rows } = await client.query<{ id: string }>(
      `select distinct subordinate_id as id from contested where not in_circle and subordinate_id > $1
       order by id limit ${crowdSize}`,
      [last],
    )
    if (rows.length === 0) return
    const ids = rows.map(({ id }) => id)
    last = ids.at(-1) ?? last
    yield await readEdges(client, 'not in_circle and subordinate_id = any($1)', [ids])
  }
}

async function readEdges(client: ClientBase, which: string, values: unknown[]): Promise<Contested[]> {
  const { rows } = await client.query<Contested>(
    `select c.line, a.key as subordinate, b.key as supervisor, c.is_circular as "isCircular",
       lower(c.validity)::text as "from", upper(c.validity)::text as until
     from contested c
     join assignment a on a.id = c.subordinate_id
     join assignment b on b.id = c.supervisor_id
     where ${which} order by c.line`,
    values,
  )
  return rows
}
