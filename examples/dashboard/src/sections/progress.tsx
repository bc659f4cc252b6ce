import type { AnalyticsNode } from '@kinerja/sdk'
import { label, PlanningStage } from '@kinerja/sdk/labels'
import { lazy, useMemo, useState } from 'react'
import { shareOf, sumOf } from '../figures/count.ts'
import { type CrossRow, crossOf } from '../figures/cross.ts'
import { frameOf, type Progress, progressOf } from '../figures/progress.ts'
import { Amount, Withheld } from '../frame/amount.tsx'
import { DataTable } from '../frame/data-table.tsx'
import { Drawn, Figure } from '../frame/figure.tsx'
import { Section } from '../frame/section.tsx'
import { type Named, StackedRows } from '../frame/stacked-rows.tsx'
import { Nothing, Shown } from '../frame/states.tsx'
import { usePlace } from '../place.ts'
import { useCells } from '../reading.ts'
import { useSpeech } from '../words/settings.ts'

const ProgressChart = lazy(() =>
  import('../charts/charts.ts').then(({ ProgressChart }) => ({ default: ProgressChart })),
)

const stages = ['AGREED', 'SUBMITTED', 'DRAFTED', 'MISSING'] as const satisfies readonly PlanningStage[]

/** How plans come in: by day against the window, and by school. A school that is chosen is shown by day alone. */
export function PlanningProgress() {
  const { language, words } = useSpeech()
  const [school, setSchool] = useState<Named>()
  const days = useCells(['DAY'], { school: school?.id })
  const schools = useCells(['SCHOOL', 'STATUS'])
  return (
    <Section id="progress">
      <Shown of={days} lines={18}>
        {(cells) => <ByDay cells={cells} school={school} />}
      </Shown>
      <h3>{words.progress.bySchool}</h3>
      <Shown of={schools} lines={12}>
        {(cells) => (
          <StackedRows
            caption={words.progress.bySchool}
            head={words.progress.school}
            total={words.progress.expectedShort}
            parts={stages.map((value) => ({
              value,
              name: label(PlanningStage, value, language),
              tone: `stage-${value.toLowerCase()}`,
            }))}
            rows={leastFirst(cells)}
            nameOf={(each) => (
              <button
                type="button"
                className="pick"
                aria-pressed={each.id === school?.id}
                title={words.progress.ofSchool(each.name)}
                onClick={() => setSchool(each.id === school?.id ? undefined : each)}
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

type Stage = (typeof stages)[number]

/** The schools with the least handed in first. */
function leastFirst(cells: readonly AnalyticsNode[]): CrossRow<Named, Stage>[] {
  const handedIn = ({ counts, total }: CrossRow<Named, Stage>) =>
    shareOf(sumOf([counts.AGREED, counts.SUBMITTED]), total) ?? 2
  const rows = crossOf(
    cells,
    ({ school }) => school,
    ({ status }) => status,
    stages,
  )
  return rows.toSorted((a, b) => handedIn(a) - handedIn(b) || a.head.name.localeCompare(b.head.name, 'id'))
}

function ByDay({ cells, school }: { readonly cells: readonly AnalyticsNode[]; readonly school: Named | undefined }) {
  const { words, formats } = useSpeech()
  const { period } = usePlace()
  const progress = useMemo(() => progressOf(cells), [cells])
  const frame = useMemo(() => frameOf(period, progress), [period, progress])
  if (progress.days.length === 0 && progress.withheld === undefined) return <Nothing>{words.progress.none}</Nothing>
  return (
    <Figure
      caption={`${words.progress.byDay}: ${school?.name ?? words.progress.allSchools}`}
      note={
        <>
          <About progress={progress} />
          {frame.planning ? '' : ` ${words.progress.noWindow}`}
          <Withheld count={progress.withheld} />
        </>
      }
      chart={
        <Drawn>
          <ProgressChart progress={progress} frame={frame} />
        </Drawn>
      }
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
