import { access, constants, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { assignments } from './assignments.ts'
import type { Delivery } from './delivery.ts'
import { offices } from './offices.ts'
import { people } from './people.ts'
import { reportCardScores } from './report-card-scores.ts'
import { schools } from './schools.ts'
import { supervision } from './supervision.ts'

/** Nothing could be done, and the message says why. */
export class CannotImport extends Error {
  override name = 'CannotImport'
}

/** A file of the format in the folder. */
export interface Found {
  delivery: Delivery
  path: string
  /** In bytes. */
  size: number
}

// in the order of their references
const format: readonly Delivery[] = [offices, schools, people, assignments, supervision, reportCardScores]

/** Finds the files of the import format in a folder; it may lack some, not all. */
export async function findFiles(directory: string): Promise<{ found: Found[]; absent: string[] }> {
  const folder = await stat(directory).catch(() => undefined)
  if (!folder?.isDirectory()) throw new CannotImport(`${directory} is not a folder that can be read.`)
  const found: Found[] = []
  for (const delivery of format) {
    const path = join(directory, delivery.file)
    const file = await stat(path).catch(() => undefined)
    if (!file) continue
    await access(path, constants.R_OK).catch(() => {
      throw new CannotImport(`${path} cannot be read.`)
    })
    if (!file.isFile()) throw new CannotImport(`${path} is not a file.`)
    found.push({ delivery, path, size: file.size })
  }
  const names = format.map(({ file }) => file)
  if (found.length === 0) throw new CannotImport(`${directory} holds none of ${names.join(', ')}.`)
  return { found, absent: names.filter((name) => !found.some(({ delivery }) => delivery.file === name)) }
}
