import type { AnalyticsNode } from '@kinerja/sdk'
import { useMemo } from 'react'
import { PointsChart } from '../charts/lazy.ts'
import { histogramOf, type PointRange, type PointsBar, step } from '../figures/points.ts'
import { Amount, Withheld } from '../frame/amount.tsx'
import { DataTable } from '../frame/data-table.tsx'
import { Figure } from '../frame/figure.tsx'
import { Section } from '../frame/section.tsx'
import { Nothing, Shown } from '../frame/states.tsx'
import { usePlace } from '../place.ts'
import { useCells } from '../reading.ts'
import { useSpeech } from '../words/settings.ts'

/** How many points were planned, where the period has points. */
export function Points() {
  const { words } = useSpeech()
  const {
    period: { pointsFrom, pointsTo },
  } = usePlace()
  const range = useMemo(
    () => (pointsFrom === null || pointsTo === null ? null : { pointsFrom, pointsTo }),
    [pointsFrom, pointsTo],
  )
  const cells = useCells(['POINTS'], { enabled: range !== null })
  return (
    <Section id="points">
      {range ? (
        <Shown of={cells} lines={16}>
          {(read) => <Histogram cells={read} range={range} />}
        </Shown>
      ) : (
        <Nothing>{words.points.abolished}</Nothing>
      )}
    </Section>
  )
}

function Histogram({ cells, range }: { readonly cells: readonly AnalyticsNode[]; readonly range: PointRange }) {
  const { words, formats } = useSpeech()
  const { bars, withheld } = useMemo(() => histogramOf(cells, range), [cells, range])
  if (bars.length === 0 && withheld === undefined) return <Nothing>{words.points.none}</Nothing>
  const rangeOf = ({ from }: PointsBar) => words.points.range(formats.number(from), formats.number(from + step - 1))
  return (
    <Figure
      caption={words.points.plansByPoints}
      note={
        <>
          {words.points.about(formats.number(range.pointsFrom), formats.number(range.pointsTo))}
          <Withheld count={withheld} />
        </>
      }
      chart={<PointsChart bars={bars} range={range} />}
      table={
        <DataTable
          caption={words.points.plansByPoints}
          rows={bars}
          keyOf={({ from }) => String(from)}
          columns={[
            { name: words.points.points, cell: rangeOf },
            { name: words.points.plans, numeric: true, cell: ({ count }) => <Amount of={count} /> },
            { name: words.points.remark, cell: ({ recommended }) => (recommended ? '' : words.points.outside) },
          ]}
        />
      }
    />
  )
}
