/** What waits for one listener: a bounded line, in order. */
export class Queue<Item> {
  private readonly most: number
  private readonly waiting: Item[] = []
  private rouse: (() => void) | undefined
  private overrun = false

  constructor(most: number) {
    this.most = most
  }

  /** Puts something at the end; where the line is full, it ends instead. */
  add(item: Item): void {
    if (this.waiting.length < this.most) this.waiting.push(item)
    else this.overrun = true
    this.rouse?.()
  }

  /** Takes what is first, when it comes; undefined once the signal is aborted. Throws what `late` makes where the line was full. */
  async next(signal: AbortSignal, late: () => Error): Promise<Item | undefined> {
    while (!signal.aborted) {
      if (this.overrun) throw late()
      const item = this.waiting.shift()
      if (item !== undefined) return item
      await this.arrival(signal)
    }
    return undefined
  }

  private arrival(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const go = () => {
        this.rouse = undefined
        signal.removeEventListener('abort', go)
        resolve()
      }
      this.rouse = go
      signal.addEventListener('abort', go, { once: true })
    })
  }
}
