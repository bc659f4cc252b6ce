import type { Pool } from 'pg'

/** What is asked of `analytics`. */
export interface Question {
  readonly title: string
  /** Milliseconds that the median answer may take. */
  readonly most: number
  readonly variables: { readonly periods: readonly string[]; readonly by: readonly string[]; readonly office?: string }
}

const periods = ['2026']

/** About a province and one of its districts; and about the country, where all of it is there. */
export async function questionsIn(pool: Pool, country: boolean): Promise<Question[]> {
  const { rows } = await pool.query<{ province: string; district: string }>(
    `select parent_code as province, code as district from office
     where parent_code = coalesce((select code from office where code = '32'), parent_code) order by code limit 1`,
  )
  const [found] = rows
  if (!found) throw new Error('there is no province')
  const [province, district] = [`off_${found.province}`, `off_${found.district}`]
  const within = (title: string, office: string, ...by: string[]): Question => ({
    title,
    most: 300,
    variables: { periods, by, office },
  })
  return [
    within('a province by OFFICE × STATUS', province, 'OFFICE', 'STATUS'),
    within('a province by PREDICATE', province, 'PREDICATE'),
    within('a district by SCHOOL × STATUS', district, 'SCHOOL', 'STATUS'),
    ...(country
      ? [{ title: 'the country by OFFICE × STATUS', most: 3_000, variables: { periods, by: ['OFFICE', 'STATUS'] } }]
      : []),
  ]
}
