import type { ClientBase } from 'pg'
import { ImportCode } from '../generated/schema.ts'
import { admit, type Refused } from '../supervision/forest.ts'
import { findCircles } from './circles.ts'
import { findContested, readCircles, readCrowds } from './contested.ts'
import type { Check } from './delivery.ts'
import { findOpenChains } from './open-chains.ts'

type Refuse = (check: Check) => Promise<number>
type Reason = Refused['code'] | 'TOO_DEEP'

const reasons: Readonly<Record<Reason, Omit<Check, 'lines'>>> = {
  OVERLAP: {
    column: 'from',
    code: ImportCode.OVERLAP,
    advice: 'End the edge to the other appraiser first, or correct from and until: one appraiser a day.',
  },
  SUPERVISION_CYCLE: {
    column: 'supervisor_key',
    code: ImportCode.SUPERVISION_CYCLE,
    advice: 'Correct one of the edges; this one closes a circle.',
  },
  SELF_SUPERVISION: {
    column: 'supervisor_key',
    code: ImportCode.SELF_SUPERVISION,
    advice: 'Name somebody else: nobody is his own supervisor.',
  },
  TOO_DEEP: {
    column: 'supervisor_key',
    code: ImportCode.SUPERVISION_CYCLE,
    advice: 'Correct the chain: so many supervisors, one above the other, cannot be.',
  },
}

// refused here, by the thousand if need be, these never reach memory
const overlapsStored = `select distinct d.line from delivery d
  join supervision s on s.subordinate_id = d.subordinate_id and s.validity && d.validity
  where d.capacity = 'APPRAISER' and d.differs and s.capacity = 'APPRAISER'
    and not exists (select from delivery e where e.stored_id = s.id and e.differs)`

/**
 * Refuses APPRAISER edges of `delivery` with which the edges would not be a forest on each day. Judged is the state
 * after the merge: edges that stay as they are stored go before others, and earlier lines before later ones.
 */
export async function settleAppraisers(client: ClientBase, refuse: Refuse): Promise<void> {
  // an edge that is refused leaves its stored version standing, which others may not get along with
  while ((await settleOnce(client, refuse)) > 0);
}

async function settleOnce(client: ClientBase, refuse: Refuse): Promise<number> {
  const overlaps = await refuse({ ...reasons.OVERLAP, lines: overlapsStored })
  await client.query(`
    create temporary table appraisal on commit drop as
    select line, subordinate_id, supervisor_id, validity from delivery where capacity = 'APPRAISER' and differs
    union all
    select 0, s.subordinate_id, s.supervisor_id, s.validity from supervision s where s.capacity = 'APPRAISER'
      and not exists (select from delivery d where d.stored_id = s.id and d.differs)`)
  await client.query('analyze appraisal')
  const hasDeepChains = await findCircles(client)
  await findContested(client)
  const circles = await readCircles(client)
  let count = overlaps + (await refuseAll(client, refuse, admit(circles)))
  if (hasDeepChains) {
    const deep = findOpenChains(circles.filter(({ isCircular }) => isCircular)).filter(({ line }) => line > 0)
    count += await refuseAll(
      client,
      refuse,
      deep.map(({ line }) => ({ line, code: 'TOO_DEEP' })),
    )
  }
  for await (const crowd of readCrowds(client)) count += await refuseAll(client, refuse, admit(crowd))
  await client.query('drop table appraisal, circle, contested')
  return count
}

async function refuseAll(
  client: ClientBase,
  refuse: Refuse,
  refused: readonly { line: number; code: Reason; path?: string[] }[],
): Promise<number> {
  let count = 0
  for (const [code, reason] of Object.entries(reasons)) {
    const edges = refused.filter((edge) => edge.code === code)
    if (edges.length === 0) continue
    const lines = edges.map(({ line }) => line)
    count += await refuse({ ...reason, lines: `select unnest('{${lines}}'::int[]) as line` })
    await client.query(
      `update refusal r set advice = concat_ws(' ', r.advice, found.path)
       from unnest($1::int[], $2::text[]) as found (line, path) where r.line = found.line`,
      [lines, edges.map(({ path }) => path && `${abridge(path).join(' → ')}.`)],
    )
  }
  return count
}

function abridge(path: readonly string[]): readonly string[] {
  return path.length > 10 ? [...path.slice(0, 5), '…', ...path.slice(-5)] : path
}
