/** What is known of the person who is said to have the number. */
export interface Holder {
  employment: 'PNS' | 'PPPK' | 'NON_ASN'
  /** ISO date. */
  birthDate: string
  sex: 'F' | 'M'
}

/** Why a NIP is not one, or not its holder's. */
export type NipProblem =
  | 'DAMAGED'
  | 'NOT_18_DIGITS'
  | 'NO_BIRTH_DATE'
  | 'OTHER_BIRTH_DATE'
  | 'NO_APPOINTMENT_MONTH'
  | 'OTHER_SEX'

interface Parts {
  birth: string
  appointment: string
  sex: string
}

type Rule = (parts: Parts, holder: Holder) => boolean

const sexes = { M: '1', F: '2' } as const

const rules = {
  NO_BIRTH_DATE: ({ birth }) => isDay(birth),
  OTHER_BIRTH_DATE: ({ birth }, { birthDate }) => birth === birthDate.replaceAll('-', ''),
  NO_APPOINTMENT_MONTH: ({ appointment }) => isDay(`${appointment}01`),
  OTHER_SEX: ({ sex }, holder) => sex === sexes[holder.sex],
} satisfies Partial<Record<NipProblem, Rule>>

// digits 13 and 14 of a PPPK number are a code, and its sex digit cannot be relied on
const rulesOf: Record<Holder['employment'], readonly (keyof typeof rules)[]> = {
  PNS: ['NO_BIRTH_DATE', 'OTHER_BIRTH_DATE', 'NO_APPOINTMENT_MONTH', 'OTHER_SEX'],
  PPPK: ['NO_BIRTH_DATE', 'OTHER_BIRTH_DATE'],
  NON_ASN: ['NO_BIRTH_DATE', 'OTHER_BIRTH_DATE'],
}

/** A number as it is stored: without the spaces it is often written with. */
export function normaliseNip(text: string): string {
  return text.replace(/\s/g, '')
}

/** Whether a spreadsheet has made a long number of digits into something else, such as `1.98507E+17`. */
export function isDamagedNumber(text: string): boolean {
  return /^[.,]*\d[\d.,]*(?:E[+-]?\d+)?$/i.test(text) && !/^\d+$/.test(text)
}

/**
 * Reads a NIP as far as it can be judged without its holder.
 *
 * @example readNip('19850714 201001 2 012') // { nip: '198507142010012012' }
 */
export function readNip(text: string): { nip: string } | { problem: NipProblem } {
  const nip = normaliseNip(text)
  if (isDamagedNumber(nip)) return { problem: 'DAMAGED' }
  if (!/^\d{18}$/.test(nip)) return { problem: 'NOT_18_DIGITS' }
  // a number cell keeps 15 digits; no sequence is 000
  if (nip.endsWith('000')) return { problem: 'DAMAGED' }
  if (!isDay(nip.slice(0, 8))) return { problem: 'NO_BIRTH_DATE' }
  return { nip }
}

/**
 * Reads a NIP, spaces ignored, and compares it with its holder.
 *
 * @example parseNip('1.98507E+17', { employment: 'PNS', birthDate: '1985-07-14', sex: 'M' }) // { problem: 'DAMAGED' }
 */
export function parseNip(text: string, holder: Holder): { nip: string } | { problem: NipProblem } {
  const read = readNip(text)
  if ('problem' in read) return read
  const { nip } = read
  const parts = { birth: nip.slice(0, 8), appointment: nip.slice(8, 14), sex: nip.slice(14, 15) }
  const problem = rulesOf[holder.employment].find((name) => !rules[name](parts, holder))
  return problem ? { problem } : read
}

/** Whether YYYYMMDD is a day that exists; the centuries keep typing slips like 0202 out. */
export function isDay(digits: string): boolean {
  const [year, month, day] = [Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6, 8))]
  return year >= 1900 && day >= 1 && day <= daysIn(year, month)
}

function daysIn(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0
}
