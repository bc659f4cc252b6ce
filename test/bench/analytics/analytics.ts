import type { Pool } from 'pg'
import { signToken } from '../../../server/access/token.ts'
import { type Load, quantile } from '../measure/load.ts'
import { secret } from '../sample.ts'
import { ours } from '../servers/ours.ts'
import { type Question, questionsIn } from './questions.ts'

/** How long one viewer's answers to a question took, in milliseconds. */
export interface Taken {
  readonly question: Question
  readonly viewer: 'operator' | 'analyst' | 'head of it'
  /** None where there is no answer within the time that any statement has. */
  readonly cells: number | null
  readonly median: number
  readonly slowest: number
}

const document = `query ($periods: [String!]!, $by: [AnalyticsDimension!], $office: ID) {
  analytics(periods: $periods, by: $by, office: $office, first: 1000) {
    nodes { period office { code } school { npsn } level status predicate count withheld } totalCount
  }
}`

/** Asks our server alone, one question after the other; the first answer of each is not counted. */
export async function measureAnalytics(url: string, pool: Pool, country: boolean, rounds: number): Promise<Taken[]> {
  const child = await ours('ours', 'ours', '').start(url)
  const taken: Taken[] = []
  try {
    for (const question of await questionsIn(pool, country)) {
      for (const [viewer, who] of viewersOf(question)) {
        const token = await signToken(secret, who, 24)
        const ask = () => answerOf(child.url, token, question.variables)
        let cells = await ask()
        const times: number[] = []
        for (let round = 0; round < rounds; round++) {
          const start = performance.now()
          cells = await ask()
          times.push(performance.now() - start)
        }
        const sorted: Load['times'] = Float64Array.from(times).sort()
        taken.push({ question, viewer, cells, median: quantile(sorted, 0.5), slowest: quantile(sorted, 1) })
        console.log(`${question.title}, ${viewer}: ${Math.round(quantile(sorted, 0.5))} ms`)
      }
    }
  } finally {
    await child.stop()
  }
  return taken
}

type Viewing = [Taken['viewer'], Parameters<typeof signToken>[1]]

const viewersOf = ({ head }: Question): Viewing[] => [
  ['operator', { role: 'OPERATOR' }],
  ['analyst', { role: 'ANALYST' }],
  ...(head ? [['head of it', { role: 'PERSON', person: head }] satisfies Viewing] : []),
]

/** How many cells there are; null where that takes too long. Throws where there is another error. */
async function answerOf(url: URL, token: string, variables: object): Promise<number | null> {
  const response = await fetch(new URL('/graphql', url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: document, variables }),
  })
  const text = await response.text()
  const { data } = JSON.parse(text) as { data?: { analytics: { totalCount: number } } | null }
  if (!data && !text.includes('"TIMEOUT"')) throw new Error(text)
  return data?.analytics.totalCount ?? null
}
