import { type District, nextOfSameLevel, type Ownership } from './district.ts'
import { schoolYear } from './interval.ts'
import type { Employment } from './number.ts'
import type { Random } from './random.ts'
import type { Assignment, Register } from './register.ts'

const shareOfMovers = 0.015
const movingDays = ['2024-01-02', '2024-03-18'] as const

interface School {
  npsn: string
  ownership: Ownership
  /** Its place among the schools of the district, from 0 */
  index: number
}

/** Enters the teachers of a school: its own, of whom a few move on, then those who come from an earlier school. */
export function staff(register: Register, random: Random, district: District, school: School): Assignment[] {
  const { movers, schools, teachers } = district
  const { npsn, ownership, index } = school
  const next = nextOfSameLevel(index, schools)
  const arrivals = movers.get(index) ?? []
  movers.delete(index)

  const count = Math.max(2, teachers + random.between(-2, 2))
  const own = Array.from({ length: count }, (_, place) => {
    // the first may have to act as principal: a civil servant, who stays
    const employment = place === 0 ? 'PNS' : drawEmployment(random, ownership)
    const person = register.person(employment, 'TEACHER')
    const mover = place > 0 && employment === 'PNS' && random.chance(shareOfMovers)
    const until = mover && next !== null ? random.pick(movingDays) : ''
    if (until && next !== null) movers.set(next, [...(movers.get(next) ?? []), { person, day: until }])
    return register.assign(person, { position: 'TEACHER', npsn }, { ...schoolYear, until })
  })
  const moved = arrivals.map(({ person, day }) =>
    register.assign(person, { position: 'TEACHER', npsn, decree: `824/${npsn}` }, { from: day, until: '' }),
  )
  return [...own, ...moved]
}

function drawEmployment(random: Random, ownership: Ownership): Employment {
  if (random.chance(ownership === 'STATE' ? 0.55 : 0.2)) return 'PNS'
  return random.chance(ownership === 'STATE' ? 0.65 : 0.15) ? 'PPPK' : 'NON_ASN'
}
