import { label, ObservationStage } from '@kinerja/sdk/labels'
import { coverageOf, observationStages } from '../figures/coverage.ts'
import { Section } from '../frame/section.tsx'
import { StackedRows } from '../frame/stacked-rows.tsx'
import { Nothing, Shown } from '../frame/states.tsx'
import { useCells } from '../reading.ts'
import { useSpeech } from '../words/settings.ts'
import { useUnit } from './unit.ts'

/** How far observation has come in each school, of the plans that are agreed. */
export function Observation() {
  const { language, words } = useSpeech()
  const unit = useUnit()
  const cells = useCells([unit.dimension, 'OBSERVATION'])
  return (
    <Section id="observation">
      <p className="note">{words.observation.about}</p>
      <Shown of={cells} lines={12}>
        {(read) => {
          const rows = coverageOf(read, unit.of)
          if (rows.length === 0) return <Nothing>{words.observation.none}</Nothing>
          return (
            <StackedRows
              caption={words.observation.title}
              head={unit.one}
              total={words.observation.agreed}
              parts={observationStages.map((value) => ({
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
