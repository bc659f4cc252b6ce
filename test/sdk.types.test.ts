import { expectTypeOf, test } from 'vitest'
import {
  ApiError,
  type AssignmentCardFragment,
  type Client,
  type OfficeCardFragment,
  type Open,
  type Pages,
  type Position,
  personOperation,
  teachersOperation,
} from '../sdk/index.ts'

// Never called: what is looked at here, the compiler looks at.
const calls = (client: Client) => ({
  teachers: client.teachers({ filter: { employment: ['PPPK'], position: ['TEACHER'] } }),
  run: client.run(teachersOperation),
  person: client.run(personOperation, { id: 'per_1' }),
  office: client.office({ id: 'off_1' }),
  staff: client.officeStaff({ office: 'off_1' }),
  // @ts-expect-error A filter takes known values only.
  misspelt: client.teachers({ filter: { employment: ['PPK'] } }),
  // @ts-expect-error The id is required.
  missing: client.run(personOperation),
  // @ts-expect-error There is no such variable.
  unknown: client.person({ id: 'per_1', nip: '1' }),
})

test('a call is typed by its operation', () => {
  type Calls = ReturnType<typeof calls>
  expectTypeOf<Calls['run']>().toEqualTypeOf<Calls['teachers']>()
  expectTypeOf<Awaited<Calls['teachers']>['nodes']>().toEqualTypeOf<readonly AssignmentCardFragment[]>()
  expectTypeOf<Calls['teachers']>().toExtend<AsyncIterable<AssignmentCardFragment>>()
  expectTypeOf<Calls['teachers']>().not.toBeAny()
  expectTypeOf<NonNullable<Awaited<Calls['person']>>['nip']>().toEqualTypeOf<string | null>()
  expectTypeOf<NonNullable<Awaited<Calls['office']>>>().toExtend<OfficeCardFragment>()
  expectTypeOf<NonNullable<Awaited<Calls['office']>>['name']>().toEqualTypeOf<string>()
  expectTypeOf<Calls['staff']>().toExtend<Pages<Awaited<Calls['staff']>, AssignmentCardFragment>>()
})

test('an enum is open where it comes out and a code narrows an error', () => {
  expectTypeOf<AssignmentCardFragment['position']>().toEqualTypeOf<Open<Position>>()
  const error: unknown = null
  if (ApiError.is(error, 'NOT_FOUND')) expectTypeOf(error.code).toExtend<'NOT_FOUND'>()
})
