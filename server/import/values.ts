import { ImportCode } from '../generated/schema.ts'
import { isDamagedNumber, isDay, normaliseNip, readNip } from '../person/nip.ts'
import type { Column } from './delivery.ts'
import { bad, damaged, nipProblems } from './problem.ts'

type Parser = Pick<Column, 'type' | 'parse'>

/** A column whose cells must not be empty. */
export function required(parser: Parser): Column {
  return { ...parser, required: true }
}

/** A column whose cells may be empty. */
export function optional(parser: Parser): Column {
  return { ...parser, required: false }
}

/** Any text. What a spreadsheet would take for a formula is text, too. */
export const text = limited(500)

/** The source system's own key. */
export const key = limited(100)

/** A day that exists, in ISO form. */
export const date: Parser = {
  type: 'date',
  parse: (cell) =>
    /^\d{4}-\d{2}-\d{2}$/.test(cell) && isDay(cell.replaceAll('-', ''))
      ? cell
      : bad('Write a date that exists as YYYY-MM-DD; a spreadsheet may have changed the form.'),
}

/** A school's number. */
export const npsn = matching(/^\d{8}$/, 'Write the NPSN with its 8 digits; a spreadsheet drops leading zeros.')

/** The form of an area's code; whether there is such an area the database knows. */
export const areaCode = matching(
  /^\d{2}(?:\.\d{2})?$/,
  'Write the Kemendagri code of a province (35) or a district (35.78), formatted as text.',
)

/** A calendar year. */
export const year: Parser = {
  ...matching(/^(?:19|20|21)\d{2}$/, 'Write the year with 4 digits.'),
  type: 'int',
}

/** A score of the report card. */
export const score: Parser = {
  ...matching(/^(?:100(?:\.0{1,2})?|\d{1,2}(?:\.\d{1,2})?)$/, 'Write a score from 0 to 100 with a decimal point.'),
  type: 'numeric(5, 2)',
}

/** A NIP as far as it can be judged by itself. */
export const nip: Parser = {
  type: 'text',
  parse(cell) {
    const read = readNip(cell)
    return 'nip' in read ? read.nip : nipProblems[read.problem]
  },
}

/** A NUPTK, spaces ignored. */
export const nuptk: Parser = {
  type: 'text',
  parse(cell) {
    const digits = normaliseNip(cell)
    if (isDamagedNumber(digits)) return damaged('NUPTK')
    return /^\d{16}$/.test(digits) ? digits : bad('Write the NUPTK with its 16 digits, or leave it empty.')
  },
}

/** One of the words of a closed list. */
export function oneOf(...words: readonly string[]): Parser {
  const advice = `Use one of ${words.join(', ')}.`
  const known = new Set(words)
  return { type: 'text', parse: (cell) => (known.has(cell) ? cell : { code: ImportCode.UNKNOWN_VALUE, advice }) }
}

function limited(length: number): Parser {
  const advice = `Shorten the text to ${length} characters.`
  return { type: 'text', parse: (cell) => (cell.length > length ? bad(advice) : cell) }
}

function matching(pattern: RegExp, advice: string): Parser {
  return { type: 'text', parse: (cell) => (pattern.test(cell) ? cell : bad(advice)) }
}
