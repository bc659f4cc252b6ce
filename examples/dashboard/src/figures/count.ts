/** How many there are; null where the viewer is not told. */
export type Count = number | null

/** What several counts are together: unknown as soon as one of them is. */
export const sumOf = (counts: Iterable<Count>): Count => {
  let sum = 0
  for (const count of counts) {
    if (count === null) return null
    sum += count
  }
  return sum
}

/** One part of a whole, 0 to 1; null where either is unknown, or the whole is nothing. */
export const shareOf = (part: Count, whole: Count): number | null =>
  part === null || whole === null || whole === 0 ? null : part / whole

/** Those whose value is not told; undefined where everybody's is. */
export const withheldOf = (
  cells: readonly { readonly count: Count; readonly withheld: boolean }[],
): Count | undefined => {
  const untold = cells.filter(({ withheld }) => withheld)
  return untold.length > 0 ? sumOf(untold.map(({ count }) => count)) : undefined
}
