import type { Pool } from 'pg'

/** What is asked of `analytics`. */
export interface Question {
  readonly title: string
  /** Milliseconds that the median answer may take. */
  readonly most: number
  /** Who is head of the office that is asked about. */
  readonly head?: string
  readonly variables: { readonly periods: readonly string[]; readonly by: readonly string[]; readonly office?: string }
}

const periods = ['2026']

/** About a province and one of its districts; and about the country, where all of it is there. */
export async function questionsIn(pool: Pool, country: boolean): Promise<Question[]> {
  const { rows } = await pool.query<{ code: string; head: string }>(
    `select code, (select person_id from assignment
       where office_code = code and position = 'OFFICE_HEAD' and validity @> current_date limit 1) as head
     from office where code like coalesce((select code from office where code = '32'), (select min(code) from office)) || '%'
     order by code limit 2`,
  )
  const [province, district] = rows
  if (!province || !district) throw new Error('there is no province')
  const within = (title: string, { code, head }: (typeof rows)[number], ...by: string[]): Question => ({
    title,
    most: 300,
    head,
    variables: { periods, by, office: `off_${code}` },
  })
  const everywhere = (title: string, ...by: string[]): Question => ({ title, most: 3_000, variables: { periods, by } })
  return [
    within('a province by OFFICE × STATUS', province, 'OFFICE', 'STATUS'),
    within('a province by OBSERVATION', province, 'OBSERVATION'),
    within('a province by PREDICATE', province, 'PREDICATE'),
    within('a district by SCHOOL × STATUS', district, 'SCHOOL', 'STATUS'),
    ...(country
      ? [
          everywhere('the country by OFFICE × STATUS', 'OFFICE', 'STATUS'),
          everywhere('the country by LEVEL × EMPLOYMENT', 'LEVEL', 'EMPLOYMENT'),
          everywhere('the country by PREDICATE', 'PREDICATE'),
        ]
      : []),
  ]
}
