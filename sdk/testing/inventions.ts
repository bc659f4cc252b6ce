import { idOf, ids, npsn } from './ids.ts'
import type { Place } from './place.ts'

type Invent = (place: Place) => string | number | boolean | null

const first = [
  'Sari',
  'Budi',
  'Wayan',
  'Siti',
  'Agus',
  'Dewi',
  'Rizky',
  'Maria',
  'Yohanes',
  'Putri',
  'Made',
  'Nur',
  'Tono',
  'Ratna',
]
const last = [
  'Wijaya',
  'Lestari',
  'Pratama',
  'Siregar',
  'Hidayat',
  'Manurung',
  'Saputra',
  'Rahayu',
  'Nugroho',
  'Tanjung',
  'Kusuma',
]
const towns = ['Sukamaju', 'Tirtasari', 'Mekarwangi', 'Karangindah', 'Banyubiru', 'Purwasari', 'Rimbajaya', 'Wanasari']
const words = [
  'refleksi',
  'kelas',
  'murid',
  'literasi',
  'umpan',
  'balik',
  'rencana',
  'praktik',
  'belajar',
  'bersama',
  'catatan',
  'tindak',
  'lanjut',
]

const personName: Invent = ({ own }) => {
  const chance = own()
  return `${chance.pick(first)} ${chance.pick(last)}`
}
const schoolName: Invent = ({ chance }) => `SD Negeri ${1 + chance.below(90)} ${chance.pick(towns)}`
const phrase: Invent = ({ chance }) => {
  const text = Array.from({ length: 3 }, () => chance.pick(words)).join(' ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}
const key: Invent = (place) => ids[place.type]?.[1](place) ?? phrase(place)

const two = (number: number): string => String(number).padStart(2, '0')
const day =
  (year: number): Invent =>
  ({ chance }) =>
    `${year}-${two(1 + chance.below(12))}-${two(1 + chance.below(28))}`
const moment =
  (year: number): Invent =>
  (place) => {
    const { chance } = place
    return `${day(year)(place)}T${two(chance.below(24))}:${two(chance.below(60))}:${two(chance.below(60))}.000Z`
  }
const upTo =
  (most: number): Invent =>
  ({ chance }) =>
    chance.below(most + 1)

// Birth, appointment, sex, sequence.
const nip: Invent = ({ own }) => {
  const chance = own()
  const birth = `${1968 + chance.below(30)}${two(1 + chance.below(12))}${two(1 + chance.below(28))}`
  return `${birth}${2008 + chance.below(16)}${two(1 + chance.below(12))}${1 + chance.below(2)}${chance.digits(3)}`
}

/** What stands in a field of this name, in any type or in one. */
export const byField: Readonly<Record<string, Invent>> = {
  'Area.name': ({ chance }) => `Kota ${chance.pick(towns)}`,
  'Office.name': ({ chance }) => `Dinas Pendidikan Kota ${chance.pick(towns)}`,
  'PageInfo.hasNextPage': () => false,
  'Period.year': ({ nth }) => 2026 + (nth(40) >> 1),
  'Person.name': personName,
  'Person.rank': ({ chance }) => chance.pick(['III/a', 'III/b', 'III/c', 'III/d', 'IV/a']),
  'School.name': schoolName,
  // the first is the root, the others are below it
  'SupervisionNode.depth': ({ index }) => (index === 0 ? 0 : 1),
  'SupervisionNode.parentId': ({ index, list }) => (index === 0 ? null : idOf('Assignment', `${list}.0.assignment`)),
  'SupervisionLink.name': personName,
  'SupervisionLink.place': schoolName,
  bytes: upTo(5_000_000),
  by: day(2027),
  code: key,
  cursor: ({ chance }) => `cursor-${chance.hex(6)}`,
  email: ({ own }) => `${own().pick(first).toLowerCase()}.${own().hex(4)}@example.id`,
  endCursor: ({ chance }) => `cursor-${chance.hex(6)}`,
  expiresAt: moment(2027),
  from: day(2024),
  key: ({ own }) => own().hex(8),
  link: ({ chance }) => `https://example.id/${chance.hex(6)}`,
  mediaType: () => 'application/pdf',
  npsn,
  nuptk: ({ own }) => own().digits(16),
  objectionUntil: day(2027),
  percent: upTo(100),
  sha256: ({ chance }) => chance.hex(64),
  startsAt: moment(2027),
  until: day(2027),
  year: () => 2026,
}

/** What stands in any other field, by its scalar. */
export const byScalar: Readonly<Record<string, Invent>> = {
  Boolean: ({ chance }) => chance.below(2) === 1,
  Date: day(2025),
  DateTime: moment(2025),
  Float: ({ chance }) => chance.below(1_000) / 10,
  Int: ({ chance }) => 1 + chance.below(9),
  NIP: nip,
  String: phrase,
}
