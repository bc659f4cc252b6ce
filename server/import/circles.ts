import type { ClientBase } from 'pg'
import { deepest } from '../supervision/chain.ts'

const above = '(select from circle up where up.subordinate_id = circle.supervisor_id)'
const below = '(select from circle down where down.supervisor_id = circle.subordinate_id)'

/**
 * Makes the temporary table `circle` of the edges in `appraisal` that can be part of a cycle, whatever their days: the
 * ends of all chains are dropped, again and again. Returns true if chains longer than the deepest are left in it.
 */
export async function findCircles(client: ClientBase): Promise<boolean> {
  // the first round drops nearly all, the teachers
  await client.query(`
    create temporary table circle on commit drop as
    select distinct subordinate_id, supervisor_id from appraisal circle
    where exists ${below.replaceAll('from circle', 'from appraisal')}`)
  await client.query(`delete from circle where not exists ${above.replaceAll('from circle', 'from appraisal')}`)
  await client.query('analyze circle')
  for (let levels = 2; levels < deepest; levels += 2) {
    const bottom = await client.query(`delete from circle where not exists ${below}`)
    const top = await client.query(`delete from circle where not exists ${above}`)
    if (!bottom.rowCount && !top.rowCount) return false
  }
  const { rowCount } = await client.query('select from circle limit 1')
  return rowCount === 1
}
