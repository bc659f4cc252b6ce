import { label, PlanningStage, PlanningState } from '@kinerja/sdk/labels'
import type { ReactNode } from 'react'
import { type Count, shareOf, sumOf } from '../figures/count.ts'
import { rowOf } from '../figures/cross.ts'
import { Amount } from '../frame/amount.tsx'
import { Section } from '../frame/section.tsx'
import { Shown } from '../frame/states.tsx'
import { useLate } from '../paged.ts'
import { usePlace } from '../place.ts'
import { type Reading, useCells, usePlanningState } from '../reading.ts'
import { useSpeech } from '../words/settings.ts'

const stages = ['AGREED', 'SUBMITTED', 'DRAFTED', 'MISSING'] as const satisfies readonly PlanningStage[]

/** How planning goes, in a few numbers. */
export function Summary() {
  const { language, words } = useSpeech()
  const { guarded } = usePlace()
  const cells = useCells(['STATUS'])
  return (
    <Section id="summary">
      <Shown of={cells} lines={5}>
        {(read) => {
          const { counts, total } = rowOf(read, ({ status }) => status, stages)
          return (
            <dl className="numbers">
              <Figure name={words.summary.expected}>
                <Amount of={total} />
              </Figure>
              <Part name={words.summary.handedIn} count={sumOf([counts.AGREED, counts.SUBMITTED])} of={total} />
              {(['AGREED', 'DRAFTED', 'MISSING'] as const).map((stage) => (
                <Part key={stage} name={label(PlanningStage, stage, language)} count={counts[stage]} of={total} />
              ))}
              {!guarded && <Late of={total} />}
              <State />
            </dl>
          )
        }}
      </Shown>
    </Section>
  )
}

function Late({ of }: { readonly of: Count }) {
  const { words } = useSpeech()
  const late = useLate()
  const [page] = late.data?.pages ?? []
  if (!page) return <Figure name={words.summary.late}>{placeholderOf(late)}</Figure>
  return <Part name={words.summary.late} count={page.totalCount} of={of} />
}

/** How planning stands today. */
function State() {
  const { language, words } = useSpeech()
  const planning = usePlanningState()
  const { state, daysLeft } = planning.data ?? {}
  return (
    <Figure
      name={words.summary.planning}
      aside={daysLeft === null ? words.summary.noCalendar : daysLeft ? words.summary.daysLeft(daysLeft) : null}
    >
      <span className="word">{state ? label(PlanningState, state, language) : placeholderOf(planning)}</span>
    </Figure>
  )
}

/** Stands where a number will, or would. */
const placeholderOf = ({ error }: Pick<Reading<unknown>, 'error'>): string => (error ? '–' : '…')

function Part({ name, count, of }: { readonly name: string; readonly count: Count; readonly of: Count }) {
  const { formats } = useSpeech()
  const share = shareOf(count, of)
  return (
    <Figure name={name} aside={share === null ? null : formats.percent(share)}>
      <Amount of={count} />
    </Figure>
  )
}

function Figure({
  name,
  aside,
  children,
}: {
  readonly name: string
  readonly aside?: string | null
  readonly children: ReactNode
}) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
      {aside && <dd className="aside">{aside}</dd>}
    </div>
  )
}
