import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { type Contract, readContract } from './contract.ts'
import { objections } from './verdict.ts'

const sdk = new URL('../', import.meta.url)
const textOf = (path: string) => readFileSync(new URL(path, sdk), 'utf8')

const contractIn = (folder: string, version: string): Contract =>
  readContract(version, textOf(`${folder}/schema.graphql`), textOf(`${folder}/documents.json`))

const { version } = JSON.parse(textOf('package.json')) as { version: string }
const released = contractIn('released', textOf('released/version'))
const found = await objections(released, contractIn('generated', version), textOf('../CHANGELOG.md'))

if (found.length > 0) {
  process.stderr.write(
    [
      ...found.map((each) => `✗ ${each}`),
      `These break programs on ${released.version}; this is ${version}. Keep what they use, or raise the major version in sdk/package.json`,
      'and name each, in backticks, with the reason under the heading of that version in CHANGELOG.md.\n',
    ].join('\n'),
  )
  process.exitCode = 1
} else if (process.argv.includes('--release')) {
  for (const file of ['schema.graphql', 'documents.json']) {
    copyFileSync(new URL(`generated/${file}`, sdk), new URL(`released/${file}`, sdk))
  }
  writeFileSync(new URL('released/version', sdk), `${version}\n`)
  process.stdout.write(`${version} is what later versions are held against.\n`)
} else {
  process.stdout.write(`Nothing breaks programs on ${released.version}.\n`)
}
