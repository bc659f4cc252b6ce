import { build } from 'esbuild'
import { expect, expectTypeOf, test } from 'vitest'
import * as named from '../sdk/entry/labels.ts'
import { type Enum, ErrorCode, errorLabel, label, PlanStatus, Position } from '../sdk/entry/labels.ts'
import { ApiError } from '../sdk/index.ts'
import { signInOperator } from './support.ts'

test('an enum is an object of its values, and they cannot be changed', () => {
  expect(Object.values(Position).sort()).toEqual([
    'OFFICE_ADMIN',
    'OFFICE_HEAD',
    'PRINCIPAL',
    'SCHOOL_INSPECTOR',
    'TEACHER',
  ])
  expect(JSON.stringify(Position)).not.toContain('Guru')
  expect(Object.isFrozen(Position)).toBe(true)
  expectTypeOf(PlanStatus.AGREED).toEqualTypeOf<'AGREED'>()
  expectTypeOf(PlanStatus).toEqualTypeOf<Enum<PlanStatus>>()
  // @ts-expect-error There is no such value.
  expect(PlanStatus.AGRED).toBeUndefined()
})

test('a value has a label in both languages, and one that is newer than the package is its own', () => {
  expect(label(PlanStatus, PlanStatus.AGREED, 'id')).toBe('Disepakati')
  expect(label(PlanStatus, 'AGREED', 'en')).toBe('Agreed')
  expect(['ARCHIVED', 'constructor', '__proto__', ''].map((value) => label(PlanStatus, value, 'id'))).toEqual([
    'ARCHIVED',
    'constructor',
    '__proto__',
    '',
  ])
  // @ts-expect-error There are two languages.
  expect(() => label(PlanStatus, 'AGREED', 'fr')).not.toThrow()
})

test('what the server answers is labelled without a cast', async () => {
  const [period] = await (await signInOperator()).periods()
  const stages = period?.windows.map(({ stage }) => label(named.Stage, stage, 'id'))
  expect(stages).toContain('Perencanaan')
})

test('a failed call has words for its user', async () => {
  const operator = await signInOperator()
  const failure = await operator.person({ id: 'nonsense' }).catch((error: unknown) => error)
  if (!ApiError.is(failure)) throw failure
  expect(errorLabel(failure.code, 'id')).toBe('Periksa kembali isian Anda')
  expect(errorLabel('ABORTED', 'id')).toBe('Dibatalkan')
  expect(errorLabel('TEAPOT', 'en')).toBe('TEAPOT')
  expect(label(ErrorCode, 'FORBIDDEN', 'en')).toBe('You are not allowed to')
})

test('no two values of an enum are called the same, and every label fits on a badge', () => {
  const enums = Object.entries(named).filter(([, value]) => typeof value === 'object' && Object.isFrozen(value))
  expect(enums.length).toBeGreaterThan(40)
  for (const [name, of] of enums as unknown as [string, Enum<string>][]) {
    for (const language of ['id', 'en'] as const) {
      const labels = Object.keys(of).map((value) => label(of, value, language))
      expect(new Set(labels).size, name).toBe(labels.length)
      for (const text of labels) expect(text).toMatch(/^[A-Z].{0,49}$/)
    }
  }
})

test('a program that labels one enum holds no other, and one that labels none holds none', async () => {
  const bundled = async (contents: string) => {
    const stdin = { contents, resolveDir: import.meta.dirname, loader: 'ts' as const }
    const { outputFiles } = await build({ stdin, bundle: true, minify: true, format: 'esm', write: false })
    return outputFiles[0]?.text ?? ''
  }
  const one = await bundled(
    `import { label, PlanStatus } from '../sdk/entry/labels.ts'; console.log(label(PlanStatus, 'DRAFT', 'id'))`,
  )
  expect(one).toContain('Disepakati')
  expect(one).not.toContain('Kepala sekolah')
  expect(one.length).toBeLessThan(1_500)
  const none = await bundled(
    `import { createClient } from '../sdk/index.ts'; createClient({ url: '/graphql' }).plans()`,
  )
  expect(none).not.toContain('Disepakati')
})
