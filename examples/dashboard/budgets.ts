import { gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

/** What may be sent to a browser: gzipped bytes. `first` is what the first view waits for; the charts come after it. */
const most = { first: 130_000, charts: 100_000, style: 8_000 }

type Part = keyof typeof most

/** Says what the page weighs, and fails the build where that is more than it may. */
export const budgets: Plugin = {
  name: 'budgets',
  apply: 'build',
  writeBundle(_, bundle) {
    const weights: Record<Part, number> = { first: 0, charts: 0, style: 0 }
    for (const [name, output] of Object.entries(bundle)) {
      const text = output.type === 'chunk' ? output.code : output.source
      if (output.type === 'chunk') weights[output.isEntry ? 'first' : 'charts'] += gzipSync(text).length
      else if (name.endsWith('.css')) weights.style += gzipSync(text).length
    }
    for (const part of Object.keys(most) as Part[]) {
      const line = `${part.padEnd(7)} ${weights[part].toLocaleString('en')} of ${most[part].toLocaleString('en')} bytes`
      if (weights[part] > most[part]) this.error(`Too heavy: ${line}`)
      this.info(line)
    }
  },
}
