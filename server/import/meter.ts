import { Presets, SingleBar } from 'cli-progress'
import type { Progress } from './import.ts'

/** Shows how far an import has got. */
export interface Meter {
  show(progress: Progress): void
  stop(): void
}

type Output = Pick<NodeJS.WriteStream, 'write'> & { isTTY?: boolean }

const interval = 2_000

/** A bar for each file on a terminal, else a line now and then. */
export function createMeter(output: NodeJS.WriteStream): Meter {
  return output.isTTY ? createBar(output) : createLines(output)
}

function createBar(stream: NodeJS.WriteStream): Meter {
  const format = '{file} [{bar}] {percentage}% {rows} rows, {stage}'
  const bar = new SingleBar({ format, stream, hideCursor: true, clearOnComplete: true }, Presets.legacy)
  let current = ''
  return {
    show({ file, stage, rows, bytes, size }) {
      const payload = { file: file.padEnd(22), stage: stage.toLowerCase(), rows: rows.toLocaleString('en') }
      if (file !== current) bar.start(Math.max(size, 1), 0, payload)
      current = file
      bar.update(bytes, payload)
      if (stage === 'DONE') bar.stop()
    },
    stop: () => bar.stop(),
  }
}

function createLines(output: Output): Meter {
  let now: Progress | undefined
  // a long statement tells nothing meanwhile
  const timer = setInterval(() => now && write(now), interval)
  function write({ file, stage, rows, bytes, size }: Progress): void {
    const share = stage === 'READING' ? ` ${Math.floor((100 * bytes) / Math.max(size, 1))} %` : ''
    output.write(`${file}: ${rows.toLocaleString('en')} rows, ${stage.toLowerCase()}${share}\n`)
  }
  return {
    show(progress) {
      now = progress.stage === 'DONE' ? undefined : progress
      if (progress.stage === 'DONE') write(progress)
    },
    stop: () => clearInterval(timer),
  }
}
