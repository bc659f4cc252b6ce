import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

interface Locked {
  readonly version: string
  readonly resolved?: string
  /** What stands elsewhere in this repository. */
  readonly link?: true
  readonly integrity?: string
  readonly license?: string
  readonly hasInstallScript?: boolean
}

const run = promisify(execFile)
const read = (file: string) => JSON.parse(readFileSync(file, 'utf8'))
const { stdout } = await run('git', ['ls-files', '*package-lock.json'])
const locks = stdout.trim().split('\n')

/** The packages of a lock file by where they are installed, without those of this repository. */
const lockedIn = (file: string): (readonly [string, Locked])[] =>
  Object.entries<Locked>(read(file).packages).filter(
    ([place, { link }]) => place !== '' && !place.startsWith('../') && !link,
  )

const nameOf = (place: string) => place.split('node_modules/').at(-1) ?? ''

/** Free for any use; those that ask for more are tools that nobody is given. */
const licences = [
  'MIT',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'Python-2.0',
  'PSF-2.0',
  'OFL-1.1',
  'Unlicense',
]
const ofTools: Readonly<Record<string, RegExp>> = {
  'MPL-2.0': /^(lightningcss|axe-core$)/,
  'CC-BY-4.0': /^caniuse-lite$/,
  // MIT, said in a way that lock files do not know any more
  '': /^string\.prototype\.repeat$/,
}

/** Whether all of one of the licences to choose from may be had. */
function isAllowed([place, { license = '' }]: readonly [string, Locked]): boolean {
  const choices = license.replace(/[()]/g, '').split(' OR ')
  const isFree = choices.some((choice) => choice.split(' AND ').every((part) => licences.includes(part)))
  return isFree || (ofTools[license]?.test(nameOf(place)) ?? false)
}

test.each(locks)('H9: %s takes packages from the public registry only, known by their sum and free to use', (file) => {
  const packages = lockedIn(file)
  const { dependencies } = read(file.replace('-lock', ''))
  expect(packages.length).toBeGreaterThan(Object.keys(dependencies).length)
  const wrong = (isRight: (locked: readonly [string, Locked]) => boolean) =>
    packages.filter((locked) => !isRight(locked)).map(([place]) => place)
  expect(
    wrong(([, { resolved }]) => resolved === undefined || resolved.startsWith('https://registry.npmjs.org/')),
  ).toEqual([])
  expect(wrong(([, { integrity }]) => integrity?.startsWith('sha512-') ?? false)).toEqual([])
  expect(wrong(isAllowed)).toEqual([])
})

test.each(locks.map((file) => file.replace('-lock', '')))('H9: %s names exact versions', (file) => {
  const { dependencies, devDependencies, overrides } = read(file)
  const versions = Object.values<string>({ ...dependencies, ...devDependencies, ...overrides })
  expect(versions.filter((version) => !/^(\d+\.\d+\.\d+(-[\w.]+)?|file:\.\.\/.*|\$[\w@/-]+)$/.test(version))).toEqual(
    [],
  )
})

test('H9: of every package that would run a script when it is installed, somebody has decided whether it may', () => {
  const { allowScripts } = read('package.json')
  const scripted = lockedIn('package-lock.json').filter(([, { hasInstallScript }]) => hasInstallScript)
  expect(scripted.map(([place]) => nameOf(place)).toSorted()).toEqual(Object.keys(allowScripts).toSorted())
})

test('H10: the bill of materials holds what the lock file holds', async () => {
  const { stdout: text } = await run('npm', ['sbom', '--package-lock-only', '--sbom-format', 'cyclonedx'], {
    maxBuffer: 100_000_000,
  })
  const bill: string[] = JSON.parse(text).components.map(
    ({ group, name, version }: { group?: string; name: string; version: string }) =>
      `${group ? `${group}/` : ''}${name}@${version}`,
  )
  const lock = lockedIn('package-lock.json').map(([place, { version }]) => `${nameOf(place)}@${version}`)
  expect(new Set(bill)).toEqual(new Set(lock))
}, 60_000)

test('H10: nothing that is installed or exported is unused', async () => {
  const { stdout: told } = await run(process.execPath, ['node_modules/.bin/knip', '--no-progress']).catch(
    (error) => error,
  )
  expect(told).toBe('')
}, 60_000)
