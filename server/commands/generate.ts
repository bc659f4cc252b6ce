import { parseArgs } from 'node:util'
import type { SampleOptions } from '../sample/generate.ts'
import { type Counts, writeSample } from '../sample/write.ts'

const usage =
  'usage: npm run generate -- --out DIR [--province 35|all] [--schools 6] [--teachers 12] [--seed 1]\n' +
  '       --schools per district, --teachers per school on average; same arguments, same bytes'

try {
  const { out, ...options } = readArguments()
  console.log(summary(out, await writeSample(out, options)))
} catch (error) {
  if (!isBadOption(error)) throw error
  console.error(`${error.message.replaceAll('\n', ' ')}\n${usage}`)
  process.exitCode = 2
}

function readArguments(): SampleOptions & { out: string } {
  const { values } = parseArgs({
    options: {
      out: { type: 'string' },
      province: { type: 'string', default: '35' },
      schools: { type: 'string', default: '6' },
      teachers: { type: 'string', default: '12' },
      seed: { type: 'string', default: '1' },
    },
  })
  if (!values.out) throw new RangeError('out is missing: the folder to write to')
  return {
    out: values.out,
    province: values.province,
    schools: wholeNumber(values.schools),
    teachers: wholeNumber(values.teachers),
    seed: wholeNumber(values.seed),
  }
}

// Number() would take '' for 0 and '1e3' for 1000
function wholeNumber(text: string): number {
  return /^\d+$/.test(text) ? Number(text) : Number.NaN
}

function summary(out: string, counts: Counts): string {
  const kinds = Object.entries(counts).map(([kind, rows]) => `${rows.toLocaleString('en')} ${kind}`)
  return `${out}: ${kinds.join(', ')} rows`
}

function isBadOption(error: unknown): error is Error {
  if (error instanceof RangeError) return true
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return code.startsWith('ERR_PARSE_ARGS') || ['EACCES', 'EEXIST', 'EISDIR', 'ENOTDIR', 'EROFS'].includes(code)
}
