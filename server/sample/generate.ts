import { areas } from '../organisation/area.ts'
import type { District } from './district.ts'
import { openOffice } from './office.ts'
import { createRandom } from './random.ts'
import { createRegister } from './register.ts'
import { openSchool } from './school.ts'
import type { Row } from './table.ts'

/** What to generate. */
export interface SampleOptions {
  /** The code of a province (`35`), or `all` */
  province: string
  /** Schools in each district, 1 to 1,000 */
  schools: number
  /** Teachers in each school on average, 2 to 200 */
  teachers: number
  /** A whole number from 0 to 4,294,967,295; the same options give the same rows. */
  seed: number
}

/**
 * Invents the personnel of a province or of the country, school by school, in bounded memory. Every row stands after
 * the rows it refers to.
 *
 * @example for (const rows of generate({ province: '35', schools: 6, teachers: 12, seed: 1 })) print(rows)
 */
export function* generate(options: SampleOptions): Generator<Row[]> {
  requirePossible(options)
  const { schools, teachers } = options
  const random = createRandom(options.seed)
  const register = createRegister(random)
  let serial = 0
  for (const province of areas().filter(({ code, level }) => level === 'PROVINCE' && isIn(options.province, code))) {
    const provinceOffice = openOffice(register, province)
    for (const area of areas().filter(({ parent }) => parent === province.code)) {
      const office = openOffice(register, area)
      const common = { area, office, provinceOffice, schools, teachers }
      const district: District = { ...common, movers: new Map(), principals: new Map() }
      for (let index = 0; index < schools; index++) {
        serial += 1
        openSchool(register, random, district, serial, index)
        yield register.take()
      }
    }
  }
}

/** Throws a RangeError that says which option cannot be met. */
export function requirePossible({ province, schools, teachers, seed }: SampleOptions): void {
  if (!areas().some(({ code, level }) => level === 'PROVINCE' && isIn(province, code))) {
    throw new RangeError(`province must be a code such as 35, or all; there is no ${JSON.stringify(province)}`)
  }
  requireWhole('schools', schools, 1, 1_000)
  requireWhole('teachers', teachers, 2, 200)
  requireWhole('seed', seed, 0, 2 ** 32 - 1)
}

function requireWhole(option: string, value: number, low: number, high: number): void {
  if (Number.isInteger(value) && value >= low && value <= high) return
  throw new RangeError(`${option} must be a whole number from ${low} to ${high}`)
}

function isIn(wanted: string, code: string): boolean {
  return wanted === 'all' || wanted === code
}
