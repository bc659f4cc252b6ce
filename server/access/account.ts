import type { Pool } from 'pg'

/** Who somebody is in the words of an issuer. */
export interface Identity {
  readonly issuer: string
  /** The issuer's own name for the account; an e-mail may pass to somebody else, this does not. */
  readonly subject: string
  /** In lower case. */
  readonly email: string
}

/**
 * The key of the person whom an identity is bound to. The first time it is bound to the person with its e-mail, if there is one, only
 * one, and nobody else of the issuer was bound to him before. Null otherwise.
 */
export async function personOf(pool: Pool, { issuer, subject, email }: Identity): Promise<string | null> {
  const ask = async () => (await pool.query<{ person: string }>(statement, [issuer, subject, email])).rows[0]?.person
  // of two first sign-ins at once, one binds and the other finds it bound
  return (await ask()) ?? (await ask()) ?? null
}

const statement = `
  with bound as (
    select person_id from account where issuer = $1 and subject = $2
  ), candidate as (
    select (array_agg(id))[1] as id from person where lower(email) = $3 having count(*) = 1
  ), made as (
    insert into account (issuer, subject, person_id, bound_at)
    select $1, $2, id, now() from candidate
    on conflict do nothing
    returning person_id
  )
  select person_id as person from bound union all select person_id from made`
