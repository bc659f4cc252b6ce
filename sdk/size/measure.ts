import { globSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { type Budget, budgets, mostDeclarations } from './budgets.ts'

/** A budget and what was measured. */
export interface Measured {
  readonly name: string
  readonly bytes: number
  readonly most: number
}

/** Bundles a program for browsers, where an import of `node:…` fails; the package is installed in the project. */
export const bundle = async (project: string, program: string): Promise<{ text: string; gzipped: number }> => {
  const { outputFiles } = await build({
    stdin: { contents: program, resolveDir: project, loader: 'ts' },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    write: false,
  })
  const [{ text } = { text: '' }] = outputFiles
  return { text, gzipped: gzipSync(text, { level: 9 }).length }
}

/** Measures all that has a budget. */
export const measure = async (project: string): Promise<Measured[]> => {
  const rows = await Promise.all(budgets.map((budget) => measureOne(project, budget)))
  return [...rows, { name: 'declarations, as they are', bytes: declarations(project), most: mostDeclarations }]
}

const measureOne = async (project: string, { name, most, program, beyond }: Budget): Promise<Measured> => {
  const { gzipped } = await bundle(project, program)
  const bytes = beyond === undefined ? gzipped : gzipped - (await bundle(project, beyond)).gzipped
  return { name, bytes, most }
}

const declarations = (project: string): number => {
  const folder = join(project, 'node_modules/@kinerja/sdk/dist')
  return globSync('**/*.d.ts', { cwd: folder }).reduce((sum, file) => sum + statSync(join(folder, file)).size, 0)
}
