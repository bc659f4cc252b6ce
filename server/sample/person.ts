import { inventName } from './names.ts'
import { type createNipSeries, type Employment, nuptk } from './number.ts'
import type { Random } from './random.ts'
import type { Cells } from './table.ts'

// first and last month of birth, last year of appointment
const generations = {
  TEACHER: { born: [months(1966, 1), months(1998, 12)], appointedBy: 2022 },
  LEADER: { born: [months(1967, 1), months(1985, 12)], appointedBy: 2010 },
  // sixty in December 2023, the age at which principals retire
  RETIRING: { born: [months(1963, 12), months(1963, 12)], appointedBy: 2000 },
} as const

export type Generation = keyof typeof generations

const ranks = ['III/a', 'III/b', 'III/c', 'III/d', 'IV/a', 'IV/b'] as const
const yearsPerRank = 4
const thisYear = 2023

/** Invents the row of a person whose birth date, sex, appointment, rank and numbers agree. */
export function inventPerson(
  random: Random,
  issueNip: ReturnType<typeof createNipSeries>,
  serial: number,
  employment: Employment,
  generation: Generation,
): Cells<'people'> {
  const sex = random.chance(0.62) ? 'F' : 'M'
  const born = random.between(...generations[generation].born)
  const [year, month] = [Math.floor(born / 12), (born % 12) + 1]
  const day = random.between(1, new Date(Date.UTC(year, month, 0)).getUTCDate())
  const birthDate = `${year}-${two(month)}-${two(day)}`
  // there are no PPPK appointments before 2021
  const earliest = employment === 'PPPK' ? 2021 : Math.max(1990, year + 23)
  const appointedYear = random.between(earliest, generations[generation].appointedBy)
  const appointed = `${appointedYear}${two(random.between(1, 12))}`
  const name = inventName(random, sex)
  return {
    person_key: `P${String(serial).padStart(7, '0')}`,
    name: name.full,
    nip: employment === 'NON_ASN' ? '' : issueNip({ employment, birthDate, sex, appointed }),
    nuptk: random.chance(0.93) ? nuptk(serial) : '',
    employment,
    rank: rank(employment, appointedYear),
    sex,
    birth_date: birthDate,
    email: `${name.mailbox}.${serial}@guru.example.id`,
  }
}

function rank(employment: Employment, appointedYear: number): string {
  if (employment === 'NON_ASN') return ''
  if (employment === 'PPPK') return 'IX'
  const earned = Math.floor((thisYear - appointedYear) / yearsPerRank)
  return ranks[Math.min(earned, ranks.length - 1)] ?? ''
}

function months(year: number, month: number): number {
  return year * 12 + month - 1
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
