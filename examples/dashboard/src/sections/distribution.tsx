import type { PreviewDistributionAnswer } from '@kinerja/sdk'
import { label, Predicate } from '@kinerja/sdk/labels'
import { useMemo } from 'react'
import { PredicatesChart } from '../charts/lazy.ts'
import { Amount } from '../frame/amount.tsx'
import { DataTable } from '../frame/data-table.tsx'
import { Figure } from '../frame/figure.tsx'
import { useSpeech } from '../words/settings.ts'

/** How predicates are distributed, and what a pattern asks of that. */
export function Distribution({ distribution }: { readonly distribution: PreviewDistributionAnswer }) {
  const { language, words, formats } = useSpeech()
  const { clauses, fits, shares, total } = distribution
  const bars = useMemo(
    () =>
      shares.map(({ predicate, percent }) => ({
        name: label(Predicate, predicate, language),
        size: percent,
        said: formats.percent(percent / 100),
        fits: clauses.every(({ predicates, holds }) => holds || !predicates.includes(predicate)),
      })),
    [shares, clauses, language, formats],
  )
  return (
    <div className="beside">
      <Figure
        caption={words.predicates.about(formats.number(total))}
        chart={<PredicatesChart bars={bars} />}
        table={
          <DataTable
            caption={words.predicates.title}
            rows={shares}
            keyOf={({ predicate }) => predicate}
            columns={[
              { name: words.predicates.predicate, cell: ({ predicate }) => label(Predicate, predicate, language) },
              { name: words.predicates.count, numeric: true, cell: ({ count }) => <Amount of={count} /> },
              { name: words.predicates.share, numeric: true, cell: ({ percent }) => formats.percent(percent / 100) },
            ]}
          />
        }
      />
      <Clauses clauses={clauses} fits={fits} />
    </div>
  )
}

/** What the pattern asks for, and whether it is so. */
function Clauses({ clauses, fits }: Pick<PreviewDistributionAnswer, 'clauses' | 'fits'>) {
  const { language, words, formats } = useSpeech()
  return (
    <div className="clauses">
      <h3>{words.predicates.clauses}</h3>
      <p className={fits ? 'verdict holds' : 'verdict fails'}>
        {fits ? words.predicates.fits : words.predicates.fitsNot}
      </p>
      <ul>
        {clauses.map(({ indonesian, english, percent, holds }) => (
          <li key={english} className={holds ? 'holds' : 'fails'}>
            <span>{language === 'id' ? indonesian : english}</span>
            <span className="aside">
              {formats.percent(percent / 100)} · {holds ? words.predicates.holds : words.predicates.holdsNot}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
