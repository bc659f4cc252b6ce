/** Numbers of unknown counts: each of `of` once, together `sum`. */
export interface Equation {
  readonly of: readonly number[]
  readonly sum: number
}

/** A row of a reduced matrix: factors of unknowns, and what they add up to. */
interface Line {
  readonly factors: number[]
  sum: number
}

/** What follows from equations, as few lines as there can be: each with an unknown of its own that no other line has. */
function reduce(equations: readonly Equation[], unknowns: number): Line[] {
  const lines: Line[] = []
  const own: number[] = []
  for (const { of, sum } of equations) {
    const line: Line = { factors: Array.from({ length: unknowns }, () => 0), sum }
    for (const unknown of of) line.factors[unknown] = (line.factors[unknown] ?? 0) + 1
    for (const [index, other] of lines.entries()) subtract(line, other, line.factors[own[index] ?? 0] ?? 0)
    const first = line.factors.findIndex((factor) => factor !== 0)
    if (first < 0) continue
    scale(line, 1 / (line.factors[first] ?? 1))
    for (const other of lines) subtract(other, line, other.factors[first] ?? 0)
    lines.push(line)
    own.push(first)
  }
  // neighbours touch the same unknowns
  return lines
    .map((line, index) => ({ line, own: own[index] ?? 0 }))
    .sort((a, b) => a.own - b.own)
    .map(({ line }) => line)
}

const exact = (value: number): number => {
  // factors are fractions of small numbers: what is off by less than this is rounding
  const whole = Math.round(value * 5_040) / 5_040
  if (Math.abs(whole - value) > 1e-7) throw new Error(`${value} is no fraction of small numbers`)
  return whole === 0 ? 0 : whole
}

function subtract(line: Line, other: Line, times: number): void {
  if (times === 0) return
  for (const [index, factor] of other.factors.entries())
    line.factors[index] = exact((line.factors[index] ?? 0) - times * factor)
  line.sum = exact(line.sum - times * other.sum)
}

function scale(line: Line, times: number): void {
  for (const [index, factor] of line.factors.entries()) line.factors[index] = exact(factor * times)
  line.sum = exact(line.sum * times)
}

const mostSteps = 100_000

/**
 * The sets of unknowns whose sum follows from equations and is 1 to `most`, but for those that are made of others; null where there are too
 * many combinations to try. A set's sum follows if, and only if, the set is a combination of lines: which one, the lines' own unknowns tell.
 */
export function smallSums(equations: readonly Equation[], unknowns: number, most: number): Equation[] | null {
  const found: Equation[] = []
  for (const lines of apart(reduce(equations, unknowns))) {
    const sets = setsOf(lines, unknowns, most)
    if (!sets) return null
    found.push(...sets)
  }
  return found
}

/** Lines in heaps that have no unknown in common. */
function apart(lines: readonly Line[]): Line[][] {
  const heaps: Line[][] = []
  for (const line of lines) {
    const touched = heaps.filter((heap) =>
      heap.some((other) => other.factors.some((factor, unknown) => factor !== 0 && line.factors[unknown] !== 0)),
    )
    for (const heap of touched) heaps.splice(heaps.indexOf(heap), 1)
    heaps.push([...touched.flat(), line])
  }
  return heaps
}

function setsOf(lines: readonly Line[], unknowns: number, most: number): Equation[] | null {
  const last = Array.from({ length: unknowns }, (_, unknown) =>
    lines.findLastIndex((line) => line.factors[unknown] !== 0),
  )
  const found: Equation[] = []
  let steps = 0
  const visit = (index: number, total: readonly number[], sum: number): boolean => {
    steps += 1
    if (steps > mostSteps) return false
    const line = lines[index]
    if (!line) {
      const rounded = Math.round(sum)
      if (rounded < 1 || rounded > most) return true
      found.push({ of: total.flatMap((one, unknown) => (one === 1 ? [unknown] : [])), sum: rounded })
      return true
    }
    for (const times of [0, 1]) {
      const next = times ? total.map((one, unknown) => exact(one + (line.factors[unknown] ?? 0))) : total
      // an unknown that no further line has is in the set or is not
      if (next.some((one, unknown) => last[unknown] === index && one !== 0 && one !== 1)) continue
      if (!visit(index + 1, next, sum + times * line.sum)) return false
    }
    return true
  }
  return visit(
    0,
    Array.from({ length: unknowns }, () => 0),
    0,
  )
    ? found
    : null
}

/** Between which bounds each unknown must be, none of them below 0 and each of `crowds` together 1 at least. */
export function boundsOf(
  equations: readonly Equation[],
  crowds: readonly (readonly number[])[],
  unknowns: number,
): { least: number[]; most: number[] } {
  const lines = reduce(equations, unknowns)
  const all = [
    ...equations.map(({ of, sum }) => ({ factors: of.map((unknown) => [unknown, 1] as const), sum })),
    ...lines.map((line) => ({
      factors: line.factors.flatMap((factor, unknown) => (factor ? [[unknown, factor] as const] : [])),
      sum: line.sum,
    })),
  ]
  const least = Array.from({ length: unknowns }, () => 0)
  const most = Array.from({ length: unknowns }, () => Number.POSITIVE_INFINITY)
  const at = (values: readonly number[], unknown: number) => values[unknown] ?? 0
  for (let changed = true; changed; ) {
    changed = false
    const set = (unknown: number, low: number, high: number) => {
      const [from, to] = [Math.ceil(low - 1e-6), Math.floor(high + 1e-6)]
      if (from > at(least, unknown)) [least[unknown], changed] = [from, true]
      if (to < at(most, unknown)) [most[unknown], changed] = [to, true]
    }
    for (const { factors, sum } of all) {
      const ranges = factors.map(([unknown, factor]) =>
        [factor * at(least, unknown), factor * at(most, unknown)].sort((a, b) => a - b),
      )
      const others = (index: number, end: 0 | 1) =>
        ranges.reduce((total, range, other) => total + (other === index ? 0 : (range[end] ?? 0)), 0)
      for (const [index, [unknown, factor]] of factors.entries()) {
        const [low = 0, high = 0] = [sum - others(index, 1), sum - others(index, 0)]
          .map((end) => end / factor)
          .sort((a, b) => a - b)
        set(unknown, low, high)
      }
    }
    for (const crowd of crowds)
      for (const unknown of crowd) {
        const others = crowd.reduce((total, other) => total + (other === unknown ? 0 : at(most, other)), 0)
        set(unknown, 1 - others, Number.POSITIVE_INFINITY)
      }
  }
  return { least, most }
}
