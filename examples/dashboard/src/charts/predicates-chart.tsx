import { axisY, barX, type PlotOptions, ruleX, text } from '@observablehq/plot'
import { useMemo } from 'react'
import { useSpeech } from '../words/settings.ts'
import { PlotChart } from './plot-chart.tsx'

/** One predicate, and how many have it. */
export interface PredicateBar {
  readonly name: string
  /** Null where it is withheld. */
  readonly size: number | null
  /** The size in words. */
  readonly said: string
  /** Whether what the pattern asks of it is met, as far as it asks anything. */
  readonly fits: boolean
}

/** How many have which predicate. */
export function PredicatesChart({ bars }: { readonly bars: readonly PredicateBar[] }) {
  const { words } = useSpeech()
  const options = useMemo(() => drawingOf(bars), [bars])
  return <PlotChart options={options} label={`${words.predicates.title}. ${words.tableHolds}`} />
}

const drawingOf = (bars: readonly PredicateBar[]): PlotOptions => ({
  marginLeft: 116,
  marginRight: 52,
  marginTop: 4,
  marginBottom: 8,
  // where nothing has a size, there is still a scale
  x: { domain: [0, Math.max(...bars.map(({ size }) => size ?? 0)) || 1], axis: null },
  y: { domain: bars.map(({ name }) => name), padding: 0.32 },
  marks: [
    barX(bars, {
      x: sizeOf,
      y: 'name',
      fill: ({ fits }: PredicateBar) => (fits ? 'var(--ink-blue)' : 'var(--warm-fill)'),
    }),
    text(bars, { x: sizeOf, y: 'name', text: 'said', textAnchor: 'start', dx: 6, fill: 'var(--ink)' }),
    ruleX([0], { stroke: 'var(--rule)' }),
    axisY({ tickSize: 0, label: null }),
  ],
})

const sizeOf = ({ size }: PredicateBar): number => size ?? 0
