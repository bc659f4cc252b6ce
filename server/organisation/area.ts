import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { parse } from 'csv-parse/sync'

/** A province (`35`) or a district, kabupaten or kota (`35.78`), of the Ministry of Home Affairs' list. */
export interface Area {
  code: string
  name: string
  level: 'PROVINCE' | 'DISTRICT'
  parent: string | null
}

const path = createRequire(import.meta.url).resolve
let known: readonly Area[] | undefined

/**
 * The 38 provinces, then the 514 districts, each group by code; read once.
 *
 * @example areas().find(({ code }) => code === '35.78')
 * // { code: '35.78', name: 'Kota Surabaya', level: 'DISTRICT', parent: '35' }
 */
export function areas(): readonly Area[] {
  known ??= [
    ...rows('provinces').map(([code, name]) => area(code, name, 'PROVINCE', null)),
    ...rows('regencies').map(([code, province, name]) => area(code, name, 'DISTRICT', province ?? null)),
  ]
  return known
}

function area(code = '', name = '', level: Area['level'], parent: string | null): Area {
  return { code, name: properName(name), level, parent }
}

// the package's own reader is asynchronous and parses far more than the names
function rows(file: 'provinces' | 'regencies'): string[][] {
  return parse(readFileSync(path(`idn-area-data/data/${file}.csv`)), { fromLine: 2 })
}

function properName(capitals: string): string {
  return capitals
    .toLowerCase()
    .replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase())
    .replace(/^Kabupaten /, 'Kab. ')
    .replace(/^(Kab\.|Kota) Administrasi /, '$1 Adm. ')
    .replace(/^Daerah Istimewa /, 'DI ')
    .replace(/^Dki /, 'DKI ')
    .replaceAll(' Dan ', ' dan ')
}
