// Prints what the built package weighs beside its budgets; exit code 1 when one is exceeded.
import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkTime } from './check-time.ts'
import { measure } from './measure.ts'
import { treeTime } from './tree-time.ts'

const project = await mkdtemp(join(tmpdir(), 'kinerja-size-'))
try {
  await mkdir(join(project, 'node_modules/@kinerja'), { recursive: true })
  await symlink(join(import.meta.dirname, '..'), join(project, 'node_modules/@kinerja/sdk'), 'dir')
  const rows = await measure(project)
  const width = Math.max(...rows.map(({ name }) => name.length))
  for (const { name, bytes, most } of rows) {
    const [is, may] = [bytes, most].map((number) => number.toLocaleString('en').padStart(8))
    console.log(`${name.padEnd(width)} ${is} of ${may} bytes${bytes > most ? '  TOO MUCH' : ''}`)
  }
  const seconds = await checkTime(project, join(import.meta.dirname, '../../node_modules/typescript/bin/tsc'))
  console.log(`${'type check of ten operations'.padEnd(width)} ${seconds.toFixed(2).padStart(8)} of     0.50 s`)
  console.log(`${'tree of 100,000 rebuilt'.padEnd(width)} ${treeTime().toFixed(0).padStart(8)} of      150 ms`)
  if (rows.some(({ bytes, most }) => bytes > most)) process.exitCode = 1
} finally {
  await rm(project, { recursive: true })
}
