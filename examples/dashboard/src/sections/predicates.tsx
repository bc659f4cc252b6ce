import { label, OrganisationGrade } from '@kinerja/sdk/labels'
import { useState } from 'react'
import { Section } from '../frame/section.tsx'
import { Nothing, Shown } from '../frame/states.tsx'
import { usePlace } from '../place.ts'
import { useDistribution, useOrganisationPredicate } from '../reading.ts'
import { useSpeech } from '../words/settings.ts'
import { Distribution } from './distribution.tsx'
import { GivenPredicates } from './given-predicates.tsx'

/** How predicates are distributed. Who may see them is told how that fits the pattern of SE MenPANRB 3/2023; analysts are told the counts. */
export function Predicates() {
  const { guarded } = usePlace()
  return <Section id="predicates">{guarded ? <GivenPredicates /> : <AgainstPattern />}</Section>
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
        {(read) =>
          read.total === 0 ? <Nothing>{words.predicates.none}</Nothing> : <Distribution distribution={read} />
        }
      </Shown>
    </>
  )
}
