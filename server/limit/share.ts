/** A leaky bucket: what fits, and how fast it empties. In points, and points a second. */
export interface Bucket {
  readonly capacity: number
  readonly perSecond: number
}

/** What an instance holds of somebody's bucket, and what it knows of the rest. Times are milliseconds. */
export interface Share {
  /** Points that were leased and not spent. */
  readonly points: number
  /** When these are lost. */
  readonly until: number
  /** What was free in the bucket, beside all that is leased, when the database was last asked. */
  readonly free: number
  readonly at: number
  /** The database is not asked again before; a bucket that is nearly empty is not worth asking for every drop. */
  readonly notBefore: number
}

/** What the database answers to an instance that wants points. */
export interface Lease {
  readonly granted: number
  readonly free: number
}

// an unspent share is lost to its holder, so it ends late; and it is ahead of the bucket, so it is small
const life = 10_000
const pause = 100

/** Of a bucket that nothing is known of: it may be full. */
export const unknown = ({ capacity }: Bucket, now: number): Share => ({
  points: 0,
  until: now,
  free: capacity,
  at: now,
  notBefore: now,
})

/** The points at hand. */
export const atHand = ({ points, until }: Share, now: number): number => (now < until ? points : 0)

/** The most that a holder can have left, as far as this instance knows. */
export function remaining({ capacity, perSecond }: Bucket, share: Share, now: number): number {
  return Math.min(capacity, atHand(share, now) + share.free + (perSecond * (now - share.at)) / 1_000)
}

/** Whether it makes sense to ask the database for what is missing to a cost. */
export const worthAsking = (bucket: Bucket, share: Share, cost: number, now: number): boolean =>
  now >= share.notBefore && cost <= remaining(bucket, share, now)

/** How many points to ask for when requests of so much wait: at least what restores in half a second. */
export const wish = ({ perSecond }: Bucket, share: Share, waiting: number, now: number): number =>
  Math.max(perSecond / 2, waiting) - atHand(share, now)

/** The share after spending what is at hand. */
export const spent = (share: Share, cost: number): Share => ({ ...share, points: share.points - cost })

/** The share after a lease. */
export function leased(share: Share, { granted, free }: Lease, wanted: number, now: number): Share {
  const points = atHand(share, now) + granted
  return { points, until: now + life, free, at: now, notBefore: granted < wanted ? now + pause : now }
}

/** Whole seconds until so much is there. */
export function secondsUntil(points: number, bucket: Bucket, share: Share, now: number): number {
  return Math.max(0, Math.ceil((points - remaining(bucket, share, now)) / bucket.perSecond))
}
