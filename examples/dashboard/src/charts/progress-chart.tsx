import {
  areaY,
  axisX,
  axisY,
  dot,
  gridY,
  lineY,
  type PlotOptions,
  pointerX,
  rectX,
  ruleX,
  ruleY,
  text,
  tip,
} from '@observablehq/plot'
import { useMemo } from 'react'
import type { Frame, Progress, ProgressDay, Stretch } from '../figures/progress.ts'
import { type Speech, useSpeech } from '../words/settings.ts'
import { PlotChart } from './plot-chart.tsx'

/** What had come in up to each day, against the window of planning and all who are expected. */
export function ProgressChart({ progress, frame }: { readonly progress: Progress; readonly frame: Frame }) {
  const speech = useSpeech()
  const options = useMemo(() => drawingOf(progress, frame, speech), [progress, frame, speech])
  return <PlotChart options={options} label={`${speech.words.progress.byDay}. ${speech.words.tableHolds}`} />
}

const tones: Readonly<Record<Stretch['kind'], string>> = {
  window: 'var(--window)',
  lateWindow: 'var(--window-late)',
  extension: 'var(--window)',
}

const dateOf = (day: string) => new Date(`${day}T00:00:00Z`)

function drawingOf({ days, expected, handedIn }: Progress, frame: Frame, { words, formats }: Speech): PlotOptions {
  const dateOfDay = ({ day }: ProgressDay) => dateOf(day)
  const first = { day: frame.from, count: 0, total: 0 }
  const last = { day: frame.until, count: 0, total: handedIn }
  const line = [first, ...days, last]
  const top = Math.max(expected ?? 0, handedIn, 1)
  const steps = { x: dateOfDay, y: 'total', curve: 'step-after' } as const
  return {
    marginLeft: 36,
    marginRight: 12,
    marginTop: 24,
    x: { type: 'utc', domain: [dateOf(frame.from), dateOf(frame.until)] },
    y: { domain: [0, top * 1.06] },
    marks: [
      rectX(frame.stretches, {
        x1: ({ from }: Stretch) => dateOf(from),
        x2: ({ until }: Stretch) => dateOf(until),
        fill: ({ kind }: Stretch) => tones[kind],
      }),
      text(frame.stretches, {
        x: ({ from }: Stretch) => dateOf(from),
        text: ({ kind }: Stretch) => words.progress[kind],
        frameAnchor: 'top-left',
        dx: 4,
        dy: -14,
        fill: 'var(--quiet)',
      }),
      gridY({ stroke: 'var(--line)', strokeOpacity: 1, ticks: 4 }),
      areaY(line, { ...steps, fill: 'var(--ink-blue)', fillOpacity: 0.14 }),
      lineY(line, { ...steps, stroke: 'var(--ink-blue)', strokeWidth: 2 }),
      ...(expected ? [ruleY([expected], { stroke: 'var(--quiet)', strokeDasharray: '2 3' })] : []),
      ...(expected
        ? [
            text([`${words.progress.expected}: ${formats.number(expected)}`], {
              y: expected,
              frameAnchor: 'right',
              dx: -4,
              dy: -7,
              textAnchor: 'end',
              fill: 'var(--quiet)',
            }),
          ]
        : []),
      ...(frame.deadline
        ? [
            ruleX([dateOf(frame.deadline)], { stroke: 'var(--warm)', strokeWidth: 1.5 }),
            text([words.progress.deadline], {
              x: dateOf(frame.deadline),
              frameAnchor: 'bottom',
              ...(frame.deadline === frame.until
                ? { dx: -5, textAnchor: 'end' as const }
                : { dx: 5, textAnchor: 'start' as const }),
              dy: -6,
              fill: 'var(--warm)',
            }),
          ]
        : []),
      ruleY([0], { stroke: 'var(--rule)' }),
      axisX({
        tickFormat: (date: Date) => formats.shortDay(date.toISOString().slice(0, 10)),
        tickSize: 4,
        tickSpacing: 72,
        label: null,
      }),
      axisY({ ticks: 4, tickSize: 0, label: null, tickFormat: formats.number }),
      dot(days, pointerX({ x: dateOfDay, y: 'total', fill: 'var(--ink-blue)', r: 4 })),
      tip(
        days,
        pointerX({
          x: dateOfDay,
          y: 'total',
          fill: 'var(--paper)',
          stroke: 'var(--rule)',
          title: ({ day, count, total }: ProgressDay) =>
            `${formats.day(day)}\n${words.progress.onDay}: ${formats.number(count)}\n${words.progress.inAll}: ${formats.number(total)}`,
        }),
      ),
    ],
  }
}
