import { badInput } from '../errors.ts'
import { EvidenceSubject, type EvidenceSubjectInput } from '../generated/schema.ts'
import { keyOf } from '../id.ts'
import { plainText } from '../text.ts'

/** What a document proves; one of the three is not null. */
export interface Subject {
  readonly subject: EvidenceSubject
  readonly activity: string | null
  readonly duty: string | null
  readonly observation: string | null
}

const where = 'input.subject'
const nothing = { activity: null, duty: null, observation: null }

/** What the input says, checked as far as it can be by itself. */
export function subjectOf(input: EvidenceSubjectInput): Subject {
  const [given, another] = Object.entries(input).filter(([, value]) => value != null) as [string, string][]
  if (!given || another) throw badInput(`${where} has exactly one of activity, duty, observation, followUp.`)
  const [name, value] = given
  switch (name) {
    case 'activity':
      return {
        ...nothing,
        subject: EvidenceSubject.ACTIVITY,
        activity: keyOf('DevelopmentActivity', value, `${where}.activity`),
      }
    case 'duty':
      return { ...nothing, subject: EvidenceSubject.DUTY, duty: plainText(value, 200, `${where}.duty`) }
    case 'observation':
      return {
        ...nothing,
        subject: EvidenceSubject.OBSERVATION,
        observation: keyOf('Observation', value, `${where}.observation`),
      }
    default:
      return {
        ...nothing,
        subject: EvidenceSubject.FOLLOW_UP,
        observation: keyOf('Observation', value, `${where}.followUp`),
      }
  }
}

/** What of a plan can be proved. */
interface Provable {
  readonly activities: readonly { readonly activity: string }[]
  readonly duties: readonly { readonly name: string }[]
  readonly observations: readonly string[]
}

/** Refuses to prove what is not in the plan. */
export function checkSubject(
  { activity, duty, observation }: Subject,
  { activities, duties, observations }: Provable,
): void {
  if (activity !== null && !activities.some((planned) => planned.activity === activity))
    throw badInput(`${where}.activity is not in this plan: ask for its content.`)
  if (duty !== null && !duties.some(({ name }) => name === duty))
    throw badInput(`${where}.duty is not in this plan: name it as the plan does.`)
  if (observation !== null && !observations.includes(observation))
    throw badInput(`${where} names an observation that is not of this plan: ask for the plan's observations.`)
}
