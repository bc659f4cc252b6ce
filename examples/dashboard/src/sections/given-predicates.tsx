import type { AnalyticsNode } from '@kinerja/sdk'
import { label, Predicate } from '@kinerja/sdk/labels'
import { useMemo } from 'react'
import { PredicatesChart } from '../charts/lazy.ts'
import { withheldOf } from '../figures/count.ts'
import { rowOf } from '../figures/cross.ts'
import { Amount, Withheld } from '../frame/amount.tsx'
import { DataTable } from '../frame/data-table.tsx'
import { Figure } from '../frame/figure.tsx'
import { Nothing, Shown } from '../frame/states.tsx'
import { useCells } from '../reading.ts'
import { useSpeech } from '../words/settings.ts'

const predicates = [
  'VERY_GOOD',
  'GOOD',
  'NEEDS_IMPROVEMENT',
  'POOR',
  'VERY_POOR',
] as const satisfies readonly Predicate[]

/** The predicates that were given, as an analyst is told them. */
export function GivenPredicates() {
  const { words } = useSpeech()
  const cells = useCells(['PREDICATE'])
  return (
    <Shown of={cells} lines={16}>
      {(read) => {
        const given = read.filter(({ predicate, withheld }) => predicate !== null || withheld)
        return given.length === 0 ? <Nothing>{words.predicates.none}</Nothing> : <Given cells={given} />
      }}
    </Shown>
  )
}

function Given({ cells }: { readonly cells: readonly AnalyticsNode[] }) {
  const { language, words, formats } = useSpeech()
  const { counts } = useMemo(() => rowOf(cells, ({ predicate }) => predicate, predicates), [cells])
  const bars = useMemo(
    () =>
      predicates.map((predicate) => ({
        name: label(Predicate, predicate, language),
        size: counts[predicate],
        said: counts[predicate] === null ? words.withheld : formats.number(counts[predicate]),
        fits: true,
      })),
    [counts, language, words, formats],
  )
  return (
    <Figure
      caption={words.predicates.given}
      note={<Withheld count={withheldOf(cells)} />}
      chart={<PredicatesChart bars={bars} />}
      table={
        <DataTable
          caption={words.predicates.title}
          rows={predicates}
          keyOf={(predicate) => predicate}
          columns={[
            { name: words.predicates.predicate, cell: (predicate) => label(Predicate, predicate, language) },
            { name: words.predicates.count, numeric: true, cell: (predicate) => <Amount of={counts[predicate]} /> },
          ]}
        />
      }
    />
  )
}
