import { globSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const built = at('dist/index.html')
const sources = [
  at('{*,!(dist)/**/*}.{ts,tsx,css,html,svg}'),
  at('../sdk/{,generated/}*.{ts,json}'),
  at('../package-lock.json'),
]

const changedAt = (file: string) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0

/** Whether the pages are as their sources say. */
const current = () => {
  const since = changedAt(built)
  return globSync(sources).every((file) => changedAt(file) <= since)
}

/** Builds the pages where they are not as their sources say, and compresses what is worth it. */
export async function buildPlayground(): Promise<void> {
  if (current()) return
  const { build } = await import('vite')
  await build({ configFile: at('vite.config.ts'), logLevel: 'warn' })
  for (const file of globSync(at('dist/*.{js,css,html,svg,ttf}'))) {
    const [plain, compressed] = [readFileSync(file), gzipSync(readFileSync(file))]
    if (compressed.length < plain.length * 0.9) writeFileSync(`${file}.gz`, compressed)
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.stdout.write(current() ? '' : 'Building the playground, this once …\n')
  await buildPlayground()
}
