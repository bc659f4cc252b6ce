import type { AnalyticsNode } from '@kinerja/sdk'
import { label, ObservationStage } from '@kinerja/sdk/labels'
import { shareOf, sumOf } from '../figures/count.ts'
import { type CrossRow, crossOf } from '../figures/cross.ts'
import { Section } from '../frame/section.tsx'
import { type Named, StackedRows } from '../frame/stacked-rows.tsx'
import { Nothing, Shown } from '../frame/states.tsx'
import { useCells } from '../reading.ts'
import { useSpeech } from '../words/settings.ts'

const stages = ['CONCLUDED', 'OBSERVED', 'BEGUN', 'NONE'] as const satisfies readonly ObservationStage[]

type Row = CrossRow<Named, (typeof stages)[number]>

/** How far observation has come in each school, of the plans that are agreed. */
export function Observation() {
  const { language, words } = useSpeech()
  const cells = useCells(['SCHOOL', 'OBSERVATION'])
  return (
    <Section id="observation">
      <p className="note">{words.observation.about}</p>
      <Shown of={cells} lines={12}>
        {(read) => {
          const rows = leastFirst(read)
          return rows.length === 0 ? (
            <Nothing>{words.observation.none}</Nothing>
          ) : (
            <StackedRows
              caption={words.observation.title}
              head={words.progress.school}
              total={words.observation.agreed}
              parts={stages.map((value) => ({
                value,
                name: label(ObservationStage, value, language),
                tone: `stage-${value.toLowerCase()}`,
              }))}
              rows={rows}
            />
          )
        }}
      </Shown>
    </Section>
  )
}

/** The schools with the least observed first; people without an agreed plan have nothing to be observed. */
function leastFirst(cells: readonly AnalyticsNode[]): Row[] {
  const observed = ({ counts, total }: Row) => shareOf(sumOf([counts.CONCLUDED, counts.OBSERVED]), total) ?? 2
  const rows = crossOf(
    cells.filter(({ observation, withheld }) => observation !== null || withheld),
    ({ school }) => school,
    ({ observation }) => observation,
    stages,
  )
  return rows.toSorted((a, b) => observed(a) - observed(b) || a.head.name.localeCompare(b.head.name, 'id'))
}
