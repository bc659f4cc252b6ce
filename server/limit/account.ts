import {
  atHand,
  type Bucket,
  type Lease,
  leased,
  remaining,
  type Share,
  secondsUntil,
  spent,
  unknown,
  wish,
  worthAsking,
} from './share.ts'

/** What a holder has left, as clients are told. Whole points, whole seconds. */
export interface Balance {
  readonly limit: number
  readonly remaining: number
  readonly restorePerSecond: number
  /** Until the budget is full again. */
  readonly reset: number
}

/** Asks the database for points: so many at least or none, so many at best. */
export type Lender = (bucket: Bucket, need: number, want: number) => Promise<Lease>

/** The budget of one holder, as this instance spends it. */
export class Account {
  readonly bucket: Bucket
  private readonly lender: Lender
  private readonly clock: () => number
  private share: Share
  private leasing: Promise<void> | undefined
  private waiting = 0

  constructor(bucket: Bucket, lender: Lender, clock: () => number = () => performance.now()) {
    this.bucket = bucket
    this.lender = lender
    this.clock = clock
    this.share = unknown(bucket, clock())
  }

  /** Spends points, if they are there. Requests that come meanwhile wait for one lease. */
  async spend(cost: number): Promise<boolean> {
    if (this.pay(cost)) return true
    this.waiting += cost
    try {
      while (!this.pay(cost)) {
        if (!this.leasing && !worthAsking(this.bucket, this.share, cost, this.clock())) return false
        this.leasing ??= this.lease(cost).finally(() => {
          this.leasing = undefined
        })
        await this.leasing
      }
      return true
    } finally {
      this.waiting -= cost
    }
  }

  /** What is left. */
  balance(): Balance {
    const now = this.clock()
    const { capacity, perSecond } = this.bucket
    return {
      limit: capacity,
      remaining: Math.floor(remaining(this.bucket, this.share, now)),
      restorePerSecond: perSecond,
      reset: secondsUntil(capacity, this.bucket, this.share, now),
    }
  }

  /** After how many seconds to ask again for what was refused. */
  retryAfter(cost: number): number {
    return Math.max(1, secondsUntil(cost, this.bucket, this.share, this.clock()))
  }

  /** Whether forgetting this account changes nothing. */
  isIdle(): boolean {
    const now = this.clock()
    return !this.leasing && !atHand(this.share, now) && remaining(this.bucket, this.share, now) >= this.bucket.capacity
  }

  private pay(cost: number): boolean {
    if (atHand(this.share, this.clock()) < cost) return false
    this.share = spent(this.share, cost)
    return true
  }

  private async lease(cost: number): Promise<void> {
    const now = this.clock()
    const want = wish(this.bucket, this.share, this.waiting, now)
    const lease = await this.lender(this.bucket, Math.ceil(cost - atHand(this.share, now)), want)
    this.share = leased(this.share, lease, want, this.clock())
  }
}
