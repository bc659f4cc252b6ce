/** Which transactions had ended at some moment, as PostgreSQL writes it: `xmin:xmax:open,open,…`. */
export type Snapshot = string

const pattern = /^(\d{1,20}):(\d{1,20}):((?:\d{1,20},)*\d{1,20})?$/

/** Whether a text is a snapshot that PostgreSQL would read. */
export function isSnapshot(text: string): text is Snapshot {
  const [whole, xmin = '', xmax = '', open] = pattern.exec(text) ?? []
  if (whole === undefined) return false
  const [first, end, ...between] = [xmin, xmax, ...(open?.split(',') ?? [])].map(BigInt) as [
    bigint,
    bigint,
    ...bigint[],
  ]
  const ascends = between.every((xid, index) => xid < end && xid >= (between[index - 1] ?? first))
  return first > 0n && first <= end && end < 2n ** 63n && ascends
}

/** Whether what a transaction did is seen in a snapshot. */
export function isVisible(xid: string, snapshot: Snapshot): boolean {
  const [xmin = '', xmax = '', open = ''] = snapshot.split(':')
  if (BigInt(xid) < BigInt(xmin)) return true
  return BigInt(xid) < BigInt(xmax) && !open.split(',').includes(xid)
}
