import { label, ObservationStage } from '@kinerja/sdk/labels'
import { crossOf, leastFirst } from '../figures/cross.ts'
import { Section } from '../frame/section.tsx'
import { StackedRows } from '../frame/stacked-rows.tsx'
import { Nothing, Shown } from '../frame/states.tsx'
import { useCells } from '../reading.ts'
import { useSpeech } from '../words/settings.ts'
import { useUnit } from './unit.ts'

const stages = ['CONCLUDED', 'OBSERVED', 'BEGUN', 'NONE'] as const satisfies readonly ObservationStage[]

/** How far observation has come in each school, of the plans that are agreed: others have nothing to be observed. */
export function Observation() {
  const { language, words } = useSpeech()
  const unit = useUnit()
  const cells = useCells([unit.dimension, 'OBSERVATION'])
  return (
    <Section id="observation">
      <p className="note">{words.observation.about}</p>
      <Shown of={cells} lines={12}>
        {(read) => {
          const agreed = read.filter(({ observation, withheld }) => observation !== null || withheld)
          if (agreed.length === 0) return <Nothing>{words.observation.none}</Nothing>
          return (
            <StackedRows
              caption={words.observation.title}
              head={unit.one}
              total={words.observation.agreed}
              parts={stages.map((value) => ({
                value,
                name: label(ObservationStage, value, language),
                tone: `stage-${value.toLowerCase()}`,
              }))}
              rows={leastFirst(
                crossOf(agreed, unit.of, ({ observation }) => observation, stages),
                ['CONCLUDED', 'OBSERVED'],
              )}
            />
          )
        }}
      </Shown>
    </Section>
  )
}
