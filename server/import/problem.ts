import { ImportCode } from '../generated/schema.ts'
import type { NipProblem } from '../person/nip.ts'

/** Why a row cannot be loaded and, in a sentence, what to do about it. */
export interface Problem {
  code: ImportCode
  advice: string
}

/** Tells a problem from a value that was read. */
export function isProblem(value: string | null | Problem): value is Problem {
  return typeof value === 'object' && value !== null
}

/** The value has not the form it should have. */
export function bad(advice: string): Problem {
  return { code: ImportCode.BAD_FORMAT, advice }
}

/** A column that must be filled in is empty. */
export function missing(column: string): Problem {
  return { code: ImportCode.MISSING_VALUE, advice: `Fill in ${column}.` }
}

/** A long number went through a spreadsheet's number cell. */
export function damaged(number: string): Problem {
  const advice = `A spreadsheet has destroyed the ${number}: take it from the source again, in a column formatted as text.`
  return { code: ImportCode.SPREADSHEET_DAMAGE, advice }
}

/** The interval of a row whose `until` does not come after its `from`. */
export const endsBeforeItStarts: Problem = {
  code: ImportCode.BAD_INTERVAL,
  advice: 'Let until come after from, or leave it empty; it is the first day that no longer counts.',
}

/** What the report says of a NIP. */
export const nipProblems: Readonly<Record<NipProblem, Problem>> = {
  DAMAGED: damaged('NIP'),
  NOT_18_DIGITS: bad('Write the NIP with its 18 digits.'),
  NO_BIRTH_DATE: bad('Correct the NIP: its first 8 digits are not a date.'),
  OTHER_BIRTH_DATE: bad('Correct the NIP or birth_date: the first 8 digits are another date.'),
  NO_APPOINTMENT_MONTH: bad('Correct the NIP: digits 9 to 14 are not a year and a month, as those of a PNS are.'),
  OTHER_SEX: bad('Correct the NIP or sex: digit 15 is 1 for M and 2 for F.'),
}
