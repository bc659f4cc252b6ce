import type { Sex } from './names.ts'

export type Employment = 'PNS' | 'PPPK' | 'NON_ASN'

/** What an employee number is made of. */
export interface Appointment {
  employment: Exclude<Employment, 'NON_ASN'>
  /** `YYYY-MM-DD`, from 1960 to 1999 */
  birthDate: string
  sex: Sex
  /** `YYYYMM` */
  appointed: string
}

const firstYear = 1960
const years = 40
const lastSequence = 999

/**
 * Issues NIPs, no two alike: the sequence counts on per birth date, sex and kind of employment, whatever the month of
 * appointment. Its memory is a fixed 120 kB however many people there are.
 *
 * @example issueNip({ employment: 'PNS', birthDate: '1985-07-14', sex: 'F', appointed: '201001' }) // 198507142010012001
 */
export function createNipSeries(): (appointment: Appointment) => string {
  const issued = new Uint16Array(years * 12 * 31 * 4)
  return function issueNip({ employment, birthDate, sex, appointed }) {
    const [year = 0, month = 0, day = 0] = birthDate.split('-').map(Number)
    const birth = ((year - firstYear) * 12 + month - 1) * 31 + day - 1
    const series = birth * 4 + (sex === 'M' ? 0 : 1) + (employment === 'PNS' ? 0 : 2)
    const sequence = (issued[series] ?? lastSequence) + 1
    if (sequence > lastSequence) throw new RangeError(`More than ${lastSequence} employees born on ${birthDate}`)
    issued[series] = sequence
    const middle = employment === 'PNS' ? appointed : `${appointed.slice(0, 4)}21`
    return `${birthDate.replaceAll('-', '')}${middle}${sex === 'M' ? 1 : 2}${String(sequence).padStart(3, '0')}`
  }
}

const smallest = 10n ** 15n
const range = 9n * smallest
// shares no factor with the range, so different serials give different numbers
const step = 6_364_136_223_846_793n

/** The NUPTK of the person with this serial number: 16 digits that look drawn by lot, no two alike. */
export function nuptk(serial: number): string {
  return String(smallest + ((BigInt(serial) * step) % range))
}
