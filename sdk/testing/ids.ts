import { type Place, placeOf } from './place.ts'

const pad = (number: number, digits: number): string => String(number).padStart(digits, '0')

// Provinces that do not exist are as good as others: 11 to 94, and up to 79 places below each.
const region = ({ nth }: Place): string => {
  const number = nth(84 * 79)
  return `${11 + (number % 84)}.${pad(1 + Math.floor(number / 84), 2)}`
}

/** NPSN: the eight digits of a school. */
export const npsn = ({ nth }: Place): string => pad(20_000_000 + nth(49_999_999), 8)

const term = ({ nth }: Place): string => {
  const number = nth(40)
  return `${2026 + (number >> 1)}-S${1 + (number % 2)}`
}

const indicator = ({ nth }: Place): string => {
  const number = nth(26 ** 2)
  return `INDICATOR_${letter(Math.floor(number / 26))}${letter(number % 26)}`
}

const letter = (number: number): string => String.fromCharCode(65 + number)

/** A uuid, which belongs to the object. */
const uuid = ({ own }: Place): string => {
  const digits = own().hex(32)
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `4${digits.slice(13, 16)}`,
    `8${digits.slice(17, 20)}`,
    digits.slice(20),
  ].join('-')
}

/** The ids of each type: their prefix, and the key behind it. */
export const ids: Readonly<Record<string, readonly [prefix: string, key: (place: Place) => string]>> = {
  Area: ['are', region],
  Office: ['off', region],
  School: ['sch', npsn],
  Person: ['per', uuid],
  Assignment: ['asg', uuid],
  Period: ['prd', term],
  WindowExtension: ['ext', uuid],
  Indicator: ['ind', indicator],
  TargetBehaviour: ['beh', (place) => `${indicator(place)}.${1 + place.nth(9)}`],
  DevelopmentActivity: ['act', uuid],
  Plan: ['pln', uuid],
  Evidence: ['evd', uuid],
  Observation: ['obs', uuid],
  Notification: ['ntf', uuid],
  Appraisal: ['apr', uuid],
  OrganisationPredicate: ['opr', uuid],
  ImportReport: ['imp', uuid],
  ApiKey: ['key', uuid],
}

/** An id as the graph has them: `per_8c7e…`. */
export const idOf = (type: string, object: string): string => {
  const [prefix, key] = ids[type] ?? ['new', uuid]
  return `${prefix}_${key(placeOf(type, object))}`
}
