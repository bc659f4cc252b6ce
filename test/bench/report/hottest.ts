import { readFile } from 'node:fs/promises'
import { table } from './table.ts'

interface Profile {
  readonly nodes: readonly { id: number; callFrame: { functionName: string; url: string; lineNumber: number } }[]
  readonly samples: readonly number[]
  /** Microseconds from one sample to the next. */
  readonly timeDeltas: readonly number[]
}

const most = 25

/** Where the time of a CPU profile went: packages, then functions. Left out: the start, so many milliseconds, and idle time. */
export async function hottest(file: string, start: number): Promise<string> {
  const { nodes, samples, timeDeltas } = JSON.parse(await readFile(file, 'utf8')) as Profile
  const hits = new Map<number, number>()
  let time = 0
  for (const [index, id] of samples.entries()) {
    time += timeDeltas[index] ?? 0
    if (time > start * 1_000) hits.set(id, (hits.get(id) ?? 0) + 1)
  }
  const places = new Map<string, number>()
  const functions = new Map<string, number>()
  let all = 0
  for (const { id, callFrame } of nodes) {
    const count = hits.get(id) ?? 0
    if (count === 0 || callFrame.functionName === '(idle)') continue
    all += count
    const place = placeOf(callFrame.url) || callFrame.functionName
    const line = `${callFrame.functionName || 'anonymous'} ${callFrame.url.split('/').slice(-2).join('/')}:${callFrame.lineNumber + 1}`
    places.set(place, (places.get(place) ?? 0) + count)
    functions.set(line, (functions.get(line) ?? 0) + count)
  }
  const rows = (counts: Map<string, number>) =>
    [...counts]
      .sort(([, a], [, b]) => b - a)
      .slice(0, most)
      .map(([name, count]) => [name, `${((100 * count) / all).toFixed(1)} %`])
  return `${table(['package', 'own time'], rows(places))}\n\n${table(['function', 'own time'], rows(functions))}`
}

function placeOf(url: string): string {
  const [, name] = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url) ?? []
  const [, own] = /\/(server\/\w+)/.exec(url) ?? []
  return name ?? own ?? (url.startsWith('node:') ? url.split('/')[0] : url) ?? ''
}
