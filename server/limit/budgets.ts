import { createHmac } from 'node:crypto'
import type { Pool } from 'pg'
import { Account } from './account.ts'
import type { Bucket, Lease } from './share.ts'

// as many as are active on one instance at once
const mostAccounts = 10_000
const sweepEvery = 60_000

/**
 * A lease, by the database's clock. A row says when its bucket will be empty: everything the bucket holds drips out at `$5` a second.
 * What is needed (`$2`) is there or nothing is granted; what is wanted (`$3`) is granted as far as it is there.
 */
const lease = `
  insert into budget as held (holder, empty_at, granted)
  values ($1, statement_timestamp() + make_interval(secs => least($3, $4) / $5), least($3, $4))
  on conflict (holder) do update set (empty_at, granted) = (
    select greatest(held.empty_at, statement_timestamp()) + make_interval(secs => points / $5), points
    from (select $4 - greatest(0, extract(epoch from held.empty_at - statement_timestamp())::float8) * $5 as free) bucket,
      lateral (select case when free >= $2 then least($3, free) else 0 end as points) lease
  )
  returning granted, greatest(0, $4 - extract(epoch from empty_at - statement_timestamp())::float8 * $5) as free`.replace(
  /\$([2-5])/g,
  '$$$1::float8',
)

const sweep = 'delete from budget where empty_at < statement_timestamp()'

/** The budgets of all holders. The database holds them; this instance leases a share of each, and spends it by itself. */
export class Budgets {
  private readonly pool: Pick<Pool, 'query'>
  private readonly secret: string
  private readonly accounts = new Map<string, Account>()
  private readonly sweeping: NodeJS.Timeout

  /** @param secret the same on all instances; keeps holders from being read out of the table */
  constructor(pool: Pick<Pool, 'query'>, secret: string) {
    this.pool = pool
    this.secret = secret
    // should it fail, there is another time
    this.sweeping = setInterval(() => this.sweep().catch(() => undefined), sweepEvery).unref()
  }

  /** The account of a holder; forgotten when it is idle. */
  of(holder: string, bucket: Bucket): Account {
    const known = this.accounts.get(holder)
    if (known) return known
    const account = new Account(bucket, (bucket, need, want) => this.lease(holder, bucket, need, want))
    const [oldest] = this.accounts.keys()
    if (this.accounts.size >= mostAccounts && oldest !== undefined) this.accounts.delete(oldest)
    this.accounts.set(holder, account)
    return account
  }

  /** Stops tidying up. */
  stop(): void {
    clearInterval(this.sweeping)
  }

  private async lease(holder: string, { capacity, perSecond }: Bucket, need: number, want: number): Promise<Lease> {
    const key = createHmac('sha256', this.secret).update(holder).digest()
    const { rows } = await this.pool.query<Lease>(lease, [key, need, want, capacity, perSecond])
    const [found] = rows
    if (!found) throw new Error('a lease without an answer')
    return found
  }

  /** Forgets what says nothing: accounts and rows of budgets that are full. */
  async sweep(): Promise<void> {
    for (const [holder, account] of this.accounts) if (account.isIdle()) this.accounts.delete(holder)
    await this.pool.query(sweep)
  }
}
