import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = (program: string, args: readonly string[], cwd = '.') =>
  // what hangs is told by name, before the test gives up
  promisify(execFile)(program, args, { cwd, timeout: 50_000 })

/** A folder outside the repository in which the package is installed as its users get it: built, packed and unpacked. `remove` it at the end. */
export async function installPackage(): Promise<{ project: string; tarball: string; remove: () => Promise<void> }> {
  const project = await mkdtemp(join(tmpdir(), 'kinerja-sdk-'))
  const source = join(project, 'source')
  const installed = join(project, 'node_modules/@kinerja/sdk')
  await mkdir(installed, { recursive: true })
  for (const file of ['package.json', 'README.md', 'LICENSE', 'generated', 'reference'])
    await cp(join('sdk', file), join(source, file), { recursive: true })
  const tsdown = ['node_modules/.bin/tsdown', '--config', 'sdk/tsdown.config.ts', '--out-dir', join(source, 'dist')]
  await run(process.execPath, tsdown)
  const { stdout } = await run('npm', ['pack', '--offline', '--json', '--pack-destination', project], source)
  const tarball = join(project, JSON.parse(stdout)[0].filename)
  await run('tar', ['-xzf', tarball, '-C', installed, '--strip-components', '1'])
  await rm(source, { recursive: true })
  return { project, tarball, remove: () => rm(project, { recursive: true }) }
}
