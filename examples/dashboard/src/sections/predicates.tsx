import type { AnalyticsNode, PreviewDistributionAnswer } from '@kinerja/sdk'
import { label, OrganisationGrade, Predicate } from '@kinerja/sdk/labels'
import { type ReactNode, useMemo, useState } from 'react'
import { PredicatesChart } from '../charts/lazy.ts'
import { type Count, shareOf, withheldOf } from '../figures/count.ts'
import { rowOf } from '../figures/cross.ts'
import { Amount, Withheld } from '../frame/amount.tsx'
import { DataTable } from '../frame/data-table.tsx'
import { Drawn, Figure } from '../frame/figure.tsx'
import { Section } from '../frame/section.tsx'
import { Nothing, Shown } from '../frame/states.tsx'
import { usePlace } from '../place.ts'
import { useCells, useDistribution, useOrganisationPredicate } from '../reading.ts'
import { useSpeech } from '../words/settings.ts'

/** How predicates are distributed. Who may see them is told how that fits the pattern of SE MenPANRB 3/2023; analysts are told the counts. */
export function Predicates() {
  const { guarded } = usePlace()
  return <Section id="predicates">{guarded ? <Counted /> : <AgainstPattern />}</Section>
}

const predicates = [
  'VERY_GOOD',
  'GOOD',
  'NEEDS_IMPROVEMENT',
  'POOR',
  'VERY_POOR',
] as const satisfies readonly Predicate[]

function Counted() {
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
  const { words } = useSpeech()
  const shares = useMemo(() => {
    const { counts, total } = rowOf(cells, ({ predicate }) => predicate, predicates)
    return predicates.map((predicate) => ({
      predicate,
      count: counts[predicate],
      share: shareOf(counts[predicate], total),
    }))
  }, [cells])
  return (
    <Shares
      caption={words.predicates.given}
      shares={shares}
      note={<Withheld count={withheldOf(cells)} />}
      misfits={[]}
    />
  )
}

const grades = Object.keys(OrganisationGrade) as OrganisationGrade[]

/** Against the pattern of the organisation's predicate: the one that is set, or any. */
function AgainstPattern() {
  const { language, words } = useSpeech()
  const set = useOrganisationPredicate()
  const [chosen, choose] = useState<OrganisationGrade>()
  const grade = chosen ?? grades.find((known) => known === set.data?.grade) ?? 'GOOD'
  const distribution = useDistribution(grade)
  return (
    <>
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
        {(read) => (read.total === 0 ? <Nothing>{words.predicates.none}</Nothing> : <Held distribution={read} />)}
      </Shown>
    </>
  )
}

function Held({ distribution }: { readonly distribution: PreviewDistributionAnswer }) {
  const { language, words, formats } = useSpeech()
  const { clauses, fits, total } = distribution
  const shares = useMemo(
    () => distribution.shares.map(({ predicate, count, percent }) => ({ predicate, count, share: percent / 100 })),
    [distribution],
  )
  const misfits = useMemo(
    () => clauses.filter(({ holds }) => !holds).flatMap(({ predicates }) => predicates),
    [clauses],
  )
  return (
    <div className="beside">
      <Shares caption={words.predicates.about(formats.number(total))} shares={shares} misfits={misfits} />
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

interface Share {
  readonly predicate: string
  readonly count: Count
  readonly share: number | null
}

function Shares({
  caption,
  shares,
  misfits,
  note,
}: {
  readonly caption: string
  readonly shares: readonly Share[]
  /** The predicates of which the pattern asks what is not so. */
  readonly misfits: readonly string[]
  readonly note?: ReactNode
}) {
  const { language, words, formats } = useSpeech()
  const drawn = useMemo(
    () =>
      shares.map(({ predicate, share }) => ({
        name: label(Predicate, predicate, language),
        share,
        fits: !misfits.includes(predicate),
      })),
    [shares, misfits, language],
  )
  return (
    <Figure
      caption={caption}
      note={note}
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
            {
              name: words.predicates.share,
              numeric: true,
              cell: ({ share }) => (share === null ? <Amount of={null} /> : formats.percent(share)),
            },
          ]}
        />
      }
    />
  )
}
