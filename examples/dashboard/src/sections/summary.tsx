import { label, PlanningStage, PlanningState } from '@kinerja/sdk/labels'
import { type Count, shareOf, sumOf } from '../figures/count.ts'
import { rowOf } from '../figures/cross.ts'
import { Amount } from '../frame/amount.tsx'
import { Section } from '../frame/section.tsx'
import { Shown } from '../frame/states.tsx'
import { useLate } from '../paged.ts'
import { usePlace } from '../place.ts'
import { useCells, usePlanningState } from '../reading.ts'
import { useSpeech } from '../words/settings.ts'

const stages = ['AGREED', 'SUBMITTED', 'DRAFTED', 'MISSING'] as const satisfies readonly PlanningStage[]

/** How planning goes, in a few numbers. */
export function Summary() {
  const { language, words, formats } = useSpeech()
  const { period } = usePlace()
  const cells = useCells(['STATUS'])
  const planning = usePlanningState()
  const lateOnes = useLate().data?.pages[0]?.totalCount
  return (
    <Section id="summary">
      <Shown of={cells} lines={5}>
        {(read) => {
          const { counts, total } = rowOf(read, ({ status }) => status, stages)
          const handedIn = sumOf([counts.AGREED, counts.SUBMITTED])
          const figures: readonly (readonly [name: string, count: Count])[] = [
            [words.summary.expected, total],
            [words.summary.handedIn, handedIn],
            ...(['AGREED', 'DRAFTED', 'MISSING'] as const).map(
              (stage) => [label(PlanningStage, stage, language), counts[stage]] as const,
            ),
            ...(lateOnes === undefined ? [] : [[words.summary.late, lateOnes] as const]),
          ]
          return (
            <dl className="numbers">
              {figures.map(([name, count], at) => {
                const share = at === 0 ? null : shareOf(count, total)
                return (
                  <div key={name}>
                    <dt>{name}</dt>
                    <dd>
                      <Amount of={count} />
                    </dd>
                    {share !== null && <dd className="aside">{formats.percent(share)}</dd>}
                  </div>
                )
              })}
              {planning.data && (
                <div>
                  <dt>{words.summary.planning}</dt>
                  <dd className="word">{label(PlanningState, planning.data.state, language)}</dd>
                  <dd className="aside">{aside(planning.data.daysLeft)}</dd>
                </div>
              )}
            </dl>
          )
        }}
      </Shown>
    </Section>
  )

  function aside(daysLeft: number | null): string {
    if (daysLeft === null || period.windows.length === 0) return words.summary.noCalendar
    return daysLeft > 0 ? words.summary.daysLeft(daysLeft) : ''
  }
}
