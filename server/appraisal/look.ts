import { Observation } from '../observation/observation.ts'
import type { Appraisal } from './appraisal.ts'
import type { Judgement } from './content.ts'
import { countLevels } from './observed.ts'
import { fill, type Ground } from './step.ts'

/** Fills an appraisal with a judgement, and with what was seen until now: by the sheets that its owner has been shown. */
export async function look(appraisal: Appraisal, judgement: Judgement, { em, facts }: Ground): Promise<void> {
  const { plan } = appraisal
  const shared = await em.find(Observation, { plan, sharedAt: { $ne: null } }, { orderBy: { number: 'asc' } })
  const ratings = shared.flatMap(({ sheet }) => sheet?.ratings ?? [])
  fill(appraisal, { ...judgement, observed: countLevels(ratings, plan.behaviours) }, facts)
}
