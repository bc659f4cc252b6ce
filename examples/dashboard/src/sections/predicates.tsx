import type { PreviewDistributionAnswer } from '@kinerja/sdk'
import { label, OrganisationGrade, Predicate } from '@kinerja/sdk/labels'
import { lazy, useMemo, useState } from 'react'
import { Amount } from '../frame/amount.tsx'
import { DataTable } from '../frame/data-table.tsx'
import { Drawn, Figure } from '../frame/figure.tsx'
import { Section } from '../frame/section.tsx'
import { Nothing, Shown } from '../frame/states.tsx'
import { useDistribution, useOrganisationPredicate } from '../reading.ts'
import { useSpeech } from '../words/settings.ts'

const PredicatesChart = lazy(() =>
  import('../charts/charts.ts').then(({ PredicatesChart }) => ({ default: PredicatesChart })),
)

const grades = Object.keys(OrganisationGrade) as OrganisationGrade[]

/** How predicates are distributed, held against the pattern of the organisation's predicate: the one that is set, or any. */
export function Predicates() {
  const { language, words } = useSpeech()
  const set = useOrganisationPredicate()
  const [chosen, choose] = useState<OrganisationGrade>()
  const grade = chosen ?? grades.find((known) => known === set.data?.grade) ?? 'GOOD'
  const distribution = useDistribution(grade)
  return (
    <Section id="predicates">
      <p className="choice">
        <label>
          <span>{words.predicates.grade}</span>{' '}
          <select value={grade} onChange={({ target }) => choose(target.value as OrganisationGrade)}>
            {grades.map((each) => (
              <option key={each} value={each}>
                {label(OrganisationGrade, each, language)}
              </option>
            ))}
          </select>
        </label>{' '}
        <span className="aside">
          {set.data
            ? words.predicates.isSet(label(OrganisationGrade, set.data.grade, language))
            : words.predicates.isNotSet}
        </span>
      </p>
      <Shown of={distribution} lines={16}>
        {(read) =>
          read.total === 0 ? <Nothing>{words.predicates.none}</Nothing> : <Distribution distribution={read} />
        }
      </Shown>
    </Section>
  )
}

function Distribution({ distribution }: { readonly distribution: PreviewDistributionAnswer }) {
  const { language, words, formats } = useSpeech()
  const { shares, clauses, total, fits } = distribution
  const drawn = useMemo(
    () =>
      shares.map(({ predicate, percent }) => ({
        name: label(Predicate, predicate, language),
        share: percent / 100,
        fits: clauses.every(({ predicates, holds }) => holds || !predicates.includes(predicate)),
      })),
    [shares, clauses, language],
  )
  return (
    <div className="beside">
      <Figure
        caption={words.predicates.about(formats.number(total))}
        chart={
          <Drawn>
            <PredicatesChart shares={drawn} />
          </Drawn>
        }
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
    </div>
  )
}
