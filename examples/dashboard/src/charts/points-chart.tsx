import { axisX, axisY, gridY, type PlotOptions, rectY, ruleX, ruleY, text } from '@observablehq/plot'
import { useMemo } from 'react'
import { type PointRange, type PointsBar, step } from '../figures/points.ts'
import { type Speech, useSpeech } from '../words/settings.ts'
import { PlotChart } from './plot-chart.tsx'

/** How many plans have how many points, and what is recommended. */
export function PointsChart({ bars, range }: { readonly bars: readonly PointsBar[]; readonly range: PointRange }) {
  const speech = useSpeech()
  const options = useMemo(() => drawingOf(bars, range, speech), [bars, range, speech])
  return <PlotChart options={options} label={`${speech.words.points.title}. ${speech.words.tableHolds}`} />
}

function drawingOf(
  bars: readonly PointsBar[],
  { pointsFrom, pointsTo }: PointRange,
  { words, formats }: Speech,
): PlotOptions {
  const end = bars.at(-1)?.until ?? 0
  const bounds = [
    { at: pointsFrom, name: words.points.least(formats.number(pointsFrom)) },
    { at: pointsTo, name: words.points.most(formats.number(pointsTo)) },
  ].filter(({ at }) => at <= end)
  return {
    marginLeft: 36,
    marginRight: 12,
    marginTop: 24,
    x: { domain: [0, end] },
    // room for the number on the highest bar
    y: { domain: [0, 1.12 * Math.max(...bars.map(({ count }) => count))] },
    marks: [
      gridY({ stroke: 'var(--line)', strokeOpacity: 1, ticks: 4 }),
      rectY(bars, {
        x1: 'from',
        x2: 'until',
        y: 'count',
        insetLeft: 1,
        insetRight: 1,
        fill: ({ recommended }: PointsBar) => (recommended ? 'var(--ink-blue)' : 'var(--warm-fill)'),
      }),
      text(
        bars.filter(({ count }) => count > 0),
        {
          x: ({ from }: PointsBar) => from + step / 2,
          y: 'count',
          text: ({ count }: PointsBar) => formats.number(count),
          dy: -7,
          fill: 'var(--ink)',
        },
      ),
      ruleX(bounds, { x: 'at', stroke: 'var(--warm)', strokeWidth: 1.5 }),
      ...bounds.map(({ at, name }) =>
        text([name], {
          x: at,
          frameAnchor: 'top',
          dx: at > end / 2 ? -5 : 5,
          dy: -14,
          textAnchor: at > end / 2 ? 'end' : 'start',
          fill: 'var(--warm)',
        }),
      ),
      ruleY([0], { stroke: 'var(--rule)' }),
      axisX({
        ticks: bars.map(({ from }) => from).filter((from) => from % (2 * step) === 0),
        tickSize: 4,
        label: null,
        tickFormat: formats.number,
      }),
      axisY({ ticks: 4, tickSize: 0, label: null, tickFormat: formats.number }),
    ],
  }
}
