import { growTree } from '../growth.ts'

const places = 100_000

/** Milliseconds in which a tree of 100,000 places is rebuilt, whatever their order: the median of nine. */
export const treeTime = (): number => {
  const given = Array.from({ length: places }, (_, i) => {
    // a prime step meets each place once
    const place = (i * 7_919) % places
    return { id: `asg_${place}`, parentId: place === 0 ? null : `asg_${(place - 1) >> 3}` }
  })
  const times = Array.from({ length: 9 }, () => {
    const begun = performance.now()
    growTree(given)
    return performance.now() - begun
  })
  return times.sort((a, b) => a - b)[4] ?? Number.NaN
}
