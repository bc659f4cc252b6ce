/** Chance that is the same each time for the same seed. */
export interface Chance {
  /** From 0 up to 1. */
  next(): number
  /** A whole number below another. */
  below(count: number): number
  pick<Item>(items: readonly [Item, ...Item[]] | readonly Item[]): Item
  /** So many digits. */
  digits(count: number): string
  /** So many hexadecimal digits. */
  hex(count: number): string
}

/** Chance out of any text: sfc32, seeded with four hashes of it. */
export const chanceOf = (seed: string): Chance => {
  let [a, b, c, d] = [0x9e3779b9, 0x243f6a88, 0xb7e15162, 0xdeadbeef].map((basis) => hash(seed, basis)) as [
    number,
    number,
    number,
    number,
  ]
  const next = (): number => {
    const sum = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return (sum >>> 0) / 2 ** 32
  }
  // the first ones still resemble each other
  for (let i = 0; i < 12; i++) next()
  const below = (count: number) => Math.floor(next() * count)
  const text = (count: number, base: number) => Array.from({ length: count }, () => below(base).toString(base)).join('')
  return {
    next,
    below,
    pick: <Item>(items: readonly Item[]) => items[below(items.length)] as Item,
    digits: (count) => text(count, 10),
    hex: (count) => text(count, 16),
  }
}

// FNV-1a
const hash = (text: string, basis: number): number => {
  let value = basis
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  return value | 0
}
