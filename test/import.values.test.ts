import { expect, test } from 'vitest'
import type { Column } from '../server/import/delivery.ts'
import { mask } from '../server/import/mask.ts'
import { date, npsn, nuptk, score, text } from '../server/import/values.ts'
import { type Holder, normaliseNip, parseNip } from '../server/person/nip.ts'

const read = (parser: Pick<Column, 'parse'>, cell: string) => {
  const value = parser.parse(cell)
  return typeof value === 'string' ? value : value.code
}

const pns: Holder = { employment: 'PNS', birthDate: '1985-07-14', sex: 'F' }
const pppk: Holder = { employment: 'PPPK', birthDate: '1989-02-25', sex: 'M' }

test.for<[string, Holder, string]>([
  ['198507142010012012', pns, '198507142010012012'],
  ['19850714 201001 2 012', pns, '198507142010012012'],
  ['1.98507E+17', pns, 'DAMAGED'],
  ['1,98507E+17', pns, 'DAMAGED'],
  ['1.98507142010012E+17', pns, 'DAMAGED'],
  ['198507142010012012.0', pns, 'DAMAGED'],
  ['198.507.142.010.012.012', pns, 'DAMAGED'],
  ['198507142010012000', pns, 'DAMAGED'],
  ['19850714201001201', pns, 'NOT_18_DIGITS'],
  ['1985-07-14-2010-01-2-012', pns, 'NOT_18_DIGITS'],
  ['198513142010012012', pns, 'NO_BIRTH_DATE'],
  ['198502302010012012', pns, 'NO_BIRTH_DATE'],
  ['198507152010012012', pns, 'OTHER_BIRTH_DATE'],
  ['198507142010212012', pns, 'NO_APPOINTMENT_MONTH'],
  ['198507142010011012', pns, 'OTHER_SEX'],
  ['198902252024211013', pppk, '198902252024211013'],
  ['19890225 2024 21 1 013', pppk, '198902252024211013'],
  ['198902252024211013', { ...pppk, sex: 'F' }, '198902252024211013'],
  ['198902262024211013', pppk, 'OTHER_BIRTH_DATE'],
])('the NIP %s of %o is read as %s', ([nip, holder, expected]) => {
  const result = parseNip(nip, holder)
  expect('nip' in result ? result.nip : result.problem).toBe(expected)
})

test('a NIP is stored without the spaces it is written with', () => {
  expect(normaliseNip(' 19850714\u{a0}201001 2 012')).toBe('198507142010012012')
})

test('a date must exist', () => {
  expect(['2024-02-29', '9999-12-31'].map((cell) => read(date, cell))).toEqual(['2024-02-29', '9999-12-31'])
  const bad = ['2023-02-29', '2023-00-10', '2023-13-01', '0202-07-01', '1/7/2023', '2023-7-1', '45108', '2023-07-01T00']
  for (const cell of bad) expect(read(date, cell)).toBe('BAD_FORMAT')
})

test('a score goes from 0 to 100 with a decimal point', () => {
  expect(['0', '38.36', '100', '100.00'].map((cell) => read(score, cell))).toEqual(['0', '38.36', '100', '100.00'])
  for (const cell of ['-1', '100.01', '101', '38,36', '1e1', 'NaN', '']) expect(read(score, cell)).toBe('BAD_FORMAT')
})

test('a NUPTK has 16 digits, and a spreadsheet can destroy it', () => {
  expect(read(nuptk, '1234 5678 9012 3456')).toBe('1234567890123456')
  expect(read(nuptk, '1.23457E+15')).toBe('SPREADSHEET_DAMAGE')
  expect(read(nuptk, '123456789012345')).toBe('BAD_FORMAT')
})

test('an NPSN has 8 digits', () => {
  expect(['20500001', '2050001', '2050000A'].map((cell) => read(npsn, cell))).toEqual([
    '20500001',
    'BAD_FORMAT',
    'BAD_FORMAT',
  ])
})

test('a formula is a text like others, and no text is endless', () => {
  expect(read(text, '=1+1')).toBe('=1+1')
  expect(read(text, 'x'.repeat(501))).toBe('BAD_FORMAT')
})

test.for([
  ['nip', '198507142010012012', '••••••••••••••2012'],
  ['nip', '1.98507E+17', '•••••••E+17'],
  ['nuptk', '12', '12'],
  ['name', 'Sari 1985 0714 2010 0120 12', 'Sari ••••••••••••••••••0 12'],
  ['person_key', '3578014107850002', '••••••••••••0002'],
  ['person_key', '1,98507E+17', '•••••••E+17'],
  ['person_key', 'P0000001', 'P0000001'],
  ['npsn', '20500001', '20500001'],
])('in %s %s is shown as %s', ([column = '', value = '', expected]) => {
  expect(mask(column, value)).toBe(expected)
})
