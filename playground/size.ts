import { gzipSync } from 'node:zlib'
import type { Plugin, Rolldown } from 'vite'

/** What a page loads before it can be worked with, by modules of the chunks; and how much that may be, in kB, compressed. */
const firstViews = [
  { page: 'The playground', modules: ['index.html', 'workbench/workbench.tsx', 'workbench/monaco.ts'], most: 1_250 },
] as const

/** Says how much each page loads at first. Nothing is written when it is more than it may be. */
export const size: Plugin = {
  name: 'size',
  apply: 'build',
  enforce: 'post',
  generateBundle(_options, bundle) {
    for (const { page, modules, most } of firstViews) {
      const is = kilobytes(bundle, modules)
      const told = `${page} loads ${is} kB at first, of ${most} kB at most.`
      if (is > most) throw new Error(told)
      process.stdout.write(`${told}\n`)
    }
  },
}

function kilobytes(bundle: Rolldown.OutputBundle, modules: readonly string[]): number {
  const wanted = new Set<string>()
  const want = (name: string) => {
    const file = bundle[name]
    if (!file || wanted.has(name)) return
    wanted.add(name)
    if (file.type === 'chunk')
      for (const other of [...file.imports, ...(file.viteMetadata?.importedCss ?? [])]) want(other)
  }
  for (const module of modules) want(chunkOf(bundle, module))
  const bytes = [...wanted].map((name) => {
    const file = bundle[name]
    return file ? gzipSync(file.type === 'chunk' ? file.code : file.source).length : 0
  })
  return Math.ceil(bytes.reduce((sum, length) => sum + length, 0) / 1_000)
}

function chunkOf(bundle: Rolldown.OutputBundle, module: string): string {
  for (const [name, file] of Object.entries(bundle)) {
    if (file.type === 'chunk' && file.moduleIds.some((id) => id.endsWith(`/playground/${module}`))) return name
  }
  throw new Error(`There is no chunk of ${module}.`)
}
