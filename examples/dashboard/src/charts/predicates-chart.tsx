import { axisY, barX, type PlotOptions, ruleX, text } from '@observablehq/plot'
import { useMemo } from 'react'
import { useSpeech } from '../words/settings.ts'
import { PlotChart } from './plot-chart.tsx'

/** One predicate, and how many have it. */
export interface PredicateShare {
  readonly name: string
  /** Of 1; null where it is withheld. */
  readonly share: number | null
  /** Whether what the pattern asks of it is met, as far as it asks anything. */
  readonly fits: boolean
}

/** How many have which predicate. */
export function PredicatesChart({ shares }: { readonly shares: readonly PredicateShare[] }) {
  const { words, formats } = useSpeech()
  const options = useMemo(
    (): PlotOptions => ({
      marginLeft: 116,
      marginRight: 52,
      marginTop: 4,
      marginBottom: 8,
      x: { domain: [0, Math.max(0.01, ...shares.map(({ share }) => share ?? 0))], axis: null },
      y: { domain: shares.map(({ name }) => name), padding: 0.32 },
      marks: [
        barX(shares, {
          x: 'share',
          y: 'name',
          fill: ({ fits }: PredicateShare) => (fits ? 'var(--ink-blue)' : 'var(--warm-fill)'),
        }),
        text(shares, {
          x: ({ share }: PredicateShare) => share ?? 0,
          y: 'name',
          text: ({ share }: PredicateShare) => (share === null ? words.withheld : formats.percent(share)),
          textAnchor: 'start',
          dx: 6,
          fill: 'var(--ink)',
        }),
        ruleX([0], { stroke: 'var(--rule)' }),
        axisY({ tickSize: 0, label: null }),
      ],
    }),
    [shares, words, formats],
  )
  return <PlotChart options={options} label={`${words.predicates.title}. ${words.tableHolds}`} />
}
