import type { Change } from './change.ts'
import type { Contract } from './contract.ts'
import { operationChanges } from './operation-changes.ts'
import { schemaChanges } from './schema-changes.ts'

/** What a release must not go out with; empty when it may. What breaks is allowed in a new major version whose changelog names it. */
export const objections = async (released: Contract, current: Contract, changelog: string): Promise<string[]> => {
  const changes = [...operationChanges(released, current), ...(await schemaChanges(released, current))]
  if (majorOf(current.version) <= majorOf(released.version)) return changes.map(printed)
  const section = sectionOf(current.version, changelog)
  return changes
    .filter(({ name }) => !section.includes(`\`${name}\``))
    .map((change) => `${printed(change)} – CHANGELOG.md does not say why under ${current.version}`)
}

const printed = ({ name, what }: Change): string => `\`${name}\`: ${what}`

const majorOf = (version: string): number => {
  const major = Number(/^(\d+)\.\d+\.\d+/.exec(version)?.[1])
  if (Number.isNaN(major)) throw new TypeError(`${version} is no version: 1.2.3 is one.`)
  return major
}

/** What stands below the heading of a version. */
const sectionOf = (version: string, changelog: string): string =>
  changelog.split(/^## /m).find((section) => section.split(/\s/, 1)[0] === version) ?? ''
