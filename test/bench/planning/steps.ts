import type { CallOptions } from '../../../sdk/index.ts'
import type { Pair } from './cast.ts'

const content = {
  indicator: 'ind_POSITIVE_DISCIPLINE',
  behaviours: ['beh_POSITIVE_DISCIPLINE.1', 'beh_POSITIVE_DISCIPLINE.2'],
  duties: [{ name: 'Wali kelas', decree: '800/12/2026' }],
}

type Step = (pair: Pair, period: string, options: CallOptions) => Promise<void>

const of = ({ plan = '' }: Pair, version: number) => ({ input: { plan, version } })

/** What becomes of every plan: the mutations in their order, each on the version that the one before made. */
export const steps: readonly (readonly [string, Step])[] = [
  [
    'draftPlan',
    async (pair, period, options) => {
      const { assignment } = pair
      const plan = await pair.teacher.draftPlan({ input: { assignment, period, content } }, options)
      pair.plan = plan?.id ?? ''
    },
  ],
  ['submitPlan', async (pair, _, options) => void (await pair.teacher.submitPlan(of(pair, 1), options))],
  ['reviewPlan', async (pair, _, options) => void (await pair.principal.reviewPlan(of(pair, 2), options))],
  ['approvePlan', async (pair, _, options) => void (await pair.principal.approvePlan(of(pair, 3), options))],
]
