import type { Language } from '@kinerja/sdk/labels'

const zone = { timeZone: 'Asia/Jakarta' } as const

/** How numbers and dates are written: in Western Indonesian time, wherever the browser stands. */
export interface Formats {
  number(value: number): string
  /** Of 1: `0.5` is half. */
  percent(share: number): string
  /** `2024-01-31` as "31 Jan 2024". */
  day(day: string): string
  /** `2024-01-31` as "31 Jan". */
  shortDay(day: string): string
  time(moment: Date): string
  moment(moment: Date): string
}

/** The formats of a language. */
export function formatsOf(language: Language): Formats {
  const locale = { id: 'id-ID', en: 'en-GB' }[language]
  const number = new Intl.NumberFormat(locale)
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 })
  const day = new Intl.DateTimeFormat(locale, { ...zone, dateStyle: 'medium' })
  const shortDay = new Intl.DateTimeFormat(locale, { ...zone, day: 'numeric', month: 'short' })
  const time = new Intl.DateTimeFormat(locale, { ...zone, timeStyle: 'medium' })
  const moment = new Intl.DateTimeFormat(locale, { ...zone, dateStyle: 'medium', timeStyle: 'short' })
  return {
    number: (value) => number.format(value),
    percent: (share) => percent.format(share),
    day: (text) => day.format(noon(text)),
    shortDay: (text) => shortDay.format(noon(text)),
    time: (value) => time.format(value),
    moment: (value) => moment.format(value),
  }
}

/** A moment that is on that day in Jakarta. */
const noon = (day: string) => new Date(`${day}T12:00:00+07:00`)
