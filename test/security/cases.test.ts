import { globSync, readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { expect, test } from 'vitest'

const table = readFileSync(new URL('README.md', import.meta.url), 'utf8')
const rows = [...table.matchAll(/^\| ([A-H]\d+) \| .* \| (.*) \|$/gm)].map(([, number, tests = '']) => ({
  number,
  tests,
}))

/** As `E4 security/value.test.ts`. */
const named = rows.flatMap(({ number, tests }) =>
  [...tests.matchAll(/`(\S+\.test\.ts)`/g)].map(([, file]) => `${number} ${file}`),
)

/** The same by the titles of the tests, which begin with the numbers of their cases. */
const tested = globSync('test/**/*.test.ts').flatMap((file) => {
  const titles = readFileSync(file, 'utf8').matchAll(
    /^\s*(?:test\b.*\(|\]?\)\()?\s*['"`]((?:[A-H]\d+,? )*[A-H]\d+): /gm,
  )
  return [...titles].flatMap(([, numbers = '']) =>
    numbers.split(/,? /).map((number) => `${number} ${relative('test', file)}`),
  )
})

test('the table of cases names the tests that there are, and no other', () => {
  expect(named.toSorted()).toEqual([...new Set(tested)].toSorted())
})

test('a case stands in the table once, with its tests or the reason why it has none', () => {
  const numbers = rows.map(({ number }) => number)
  expect(numbers).toEqual([...new Set(numbers)])
  expect(rows.filter(({ tests }) => !/^(`\S+`( |$))+$|^– \S/.test(tests))).toEqual([])
  expect(rows).toHaveLength(118)
})
