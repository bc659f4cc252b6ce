import { expect, test } from 'vitest'
import { areas } from '../server/organisation/area.ts'

test('the areas are the 38 provinces and 514 districts, with proper names', () => {
  const named = new Map(areas().map(({ code, name }) => [code, name]))
  expect(areas().filter(({ level }) => level === 'PROVINCE')).toHaveLength(38)
  expect(areas().filter(({ parent }) => parent && named.has(parent))).toHaveLength(514)
  expect(['31', '34', '35.01', '35.78', '31.01', '31.71', '73.10'].map((code) => named.get(code))).toEqual([
    'DKI Jakarta',
    'DI Yogyakarta',
    'Kab. Pacitan',
    'Kota Surabaya',
    'Kab. Adm. Kepulauan Seribu',
    'Kota Adm. Jakarta Pusat',
    'Kab. Pangkajene dan Kepulauan',
  ])
})
