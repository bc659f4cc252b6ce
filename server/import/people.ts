import { repeated, taken } from './checks.ts'
import type { Delivery } from './delivery.ts'
import { inspectNip } from './inspect-nip.ts'
import { date, key, nip, nuptk, oneOf, optional, required, text } from './values.ts'

type Column = 'person_key' | 'name' | 'nip' | 'nuptk' | 'employment' | 'rank' | 'sex' | 'birth_date' | 'email'

/** The people with their numbers; a NIP and a NUPTK belong to one person each. */
export const people: Delivery<Column> = {
  file: 'people.csv',
  columns: {
    person_key: required(key),
    name: required(text),
    nip: optional(nip),
    nuptk: optional(nuptk),
    employment: required(oneOf('PNS', 'PPPK', 'NON_ASN')),
    rank: optional(text),
    sex: required(oneOf('F', 'M')),
    birth_date: required(date),
    email: optional(text),
  },
  key: ['person_key'],
  inspect: inspectNip,
  checks: [
    repeated('person_key'),
    repeated('nip'),
    repeated('nuptk'),
    // whoever is refused keeps the number that another one was to have
    { untilStable: [taken('nip'), taken('nuptk')] },
  ],
  merge: {
    table: 'person',
    match: 't.key = d.person_key',
    identity: { id: 'd.id', key: 'd.person_key' },
    values: {
      name: 'd.name',
      nip: 'd.nip',
      nuptk: 'd.nuptk',
      employment: 'd.employment',
      rank: 'd.rank',
      sex: 'd.sex',
      birth_date: 'd.birth_date',
      email: 'd.email',
    },
  },
  stored: 'select key from person',
}
