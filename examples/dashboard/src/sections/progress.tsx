import type { AnalyticsNode } from '@kinerja/sdk'
import { label, PlanningStage } from '@kinerja/sdk/labels'
import { useMemo, useState } from 'react'
import { ProgressChart } from '../charts/lazy.ts'
import { shareOf } from '../figures/count.ts'
import { crossOf, leastFirst, type Named } from '../figures/cross.ts'
import { frameOf, type Progress, progressOf } from '../figures/progress.ts'
import { Amount, Withheld } from '../frame/amount.tsx'
import { DataTable } from '../frame/data-table.tsx'
import { Figure } from '../frame/figure.tsx'
import { Section } from '../frame/section.tsx'
import { StackedRows } from '../frame/stacked-rows.tsx'
import { Nothing, Shown } from '../frame/states.tsx'
import { usePlace } from '../place.ts'
import { useCells, useExtensions } from '../reading.ts'
import { useSpeech } from '../words/settings.ts'
import { useUnit } from './unit.ts'

const stages = ['AGREED', 'SUBMITTED', 'DRAFTED', 'MISSING'] as const satisfies readonly PlanningStage[]

/** How plans come in: by day against the window, and by school. A school that is chosen is shown by day alone. */
export function PlanningProgress() {
  const { language, words } = useSpeech()
  const unit = useUnit()
  const [chosen, choose] = useState<Named>()
  const days = useCells(['DAY'], { within: chosen && unit.within(chosen.id) })
  const parts = useCells([unit.dimension, 'STATUS'])
  return (
    <Section id="progress">
      <Shown of={days} lines={18}>
        {(cells) => <ByDay cells={cells} place={chosen?.name ?? words.progress.allSchools} />}
      </Shown>
      <h3>{unit.each}</h3>
      <p className="note">{words.progress.choose}</p>
      <Shown of={parts} lines={12}>
        {(cells) => (
          <StackedRows
            caption={unit.each}
            head={unit.one}
            total={words.progress.expectedShort}
            parts={stages.map((value) => ({
              value,
              name: label(PlanningStage, value, language),
              tone: `stage-${value.toLowerCase()}`,
            }))}
            rows={leastFirst(
              crossOf(cells, unit.of, ({ status }) => status, stages),
              ['AGREED', 'SUBMITTED'],
            )}
            nameOf={(each) => (
              <button
                type="button"
                className="pick"
                aria-pressed={each.id === chosen?.id}
                title={words.progress.only(each.name)}
                onClick={() => choose(each.id === chosen?.id ? undefined : each)}
              >
                {each.name}
              </button>
            )}
          />
        )}
      </Shown>
    </Section>
  )
}

function ByDay({ cells, place }: { readonly cells: readonly AnalyticsNode[]; readonly place: string }) {
  const { words, formats } = useSpeech()
  const { period } = usePlace()
  const progress = useMemo(() => progressOf(cells), [cells])
  const extensions = useExtensions().data
  const frame = useMemo(() => frameOf(period, extensions ?? [], progress), [period, extensions, progress])
  if (progress.days.length === 0 && progress.withheld === undefined) return <Nothing>{words.progress.none}</Nothing>
  return (
    <Figure
      caption={`${words.progress.byDay}: ${place}`}
      note={
        <>
          <About progress={progress} />
          {frame.deadline ? '' : ` ${words.progress.noWindow}`}
          <Withheld count={progress.withheld} />
        </>
      }
      chart={<ProgressChart progress={progress} frame={frame} />}
      table={
        <DataTable
          caption={words.progress.byDay}
          rows={progress.days}
          keyOf={({ day }) => day}
          columns={[
            { name: words.progress.day, cell: ({ day }) => <time dateTime={day}>{formats.day(day)}</time> },
            { name: words.progress.onDay, numeric: true, cell: ({ count }) => <Amount of={count} /> },
            { name: words.progress.inAll, numeric: true, cell: ({ total }) => <Amount of={total} /> },
          ]}
        />
      }
    />
  )
}

function About({ progress: { handedIn, expected, withheld } }: { readonly progress: Progress }) {
  const { words, formats } = useSpeech()
  const share = shareOf(handedIn, expected)
  if (share === null || withheld !== undefined) return null
  return words.progress.about(formats.number(handedIn), formats.number(expected ?? 0), formats.percent(share))
}
