import { expectTypeOf, test } from 'vitest'
import {
  ApiError,
  type AssignmentCardFragment,
  type Call,
  type Client,
  NotFoundError,
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
  plan: client.plan({ id: 'pln_1' }),
  result: client.person({ id: 'per_1' }).result(),
  submitted: client.submitPlan({ input: { plan: 'pln_1', version: 1 } }).result(),
  page: client.teachers().result(),
  meta: client.teachers().withMeta(),
  moments: client.auditEntries({ filter: { from: new Date(), to: '2026-01-31T00:00:00.000Z' } }),
  // @ts-expect-error A day is no moment: it is written as text.
  day: client.person({ id: 'per_1', asOf: new Date() }),
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

test('a result knows what its operation may be refused with', () => {
  type Calls = ReturnType<typeof calls>
  type Failed<Result> = Extract<Result, { ok: false }> extends { error: infer Failure } ? Failure : never
  type OfPerson = Failed<Awaited<Calls['result']>>
  type OfStep = Failed<Awaited<Calls['submitted']>>
  expectTypeOf<'NOT_FOUND' | 'UNAUTHENTICATED' | 'NETWORK' | 'ABORTED'>().toExtend<OfPerson['code']>()
  expectTypeOf<'CONFLICT'>().not.toExtend<OfPerson['code']>()
  expectTypeOf<'CONFLICT' | 'FORBIDDEN'>().toExtend<OfStep['code']>()
  expectTypeOf<string>().not.toExtend<OfStep['code']>()
  expectTypeOf<Extract<OfStep, { code: 'CONFLICT' }>>().toEqualTypeOf<ApiError<'CONFLICT'>>()
  expectTypeOf<Extract<Awaited<Calls['page']>, { ok: true }>['data']>().toEqualTypeOf<Awaited<Calls['teachers']>>()
  expectTypeOf<Awaited<Calls['meta']>['data']>().toEqualTypeOf<Awaited<Calls['teachers']>>()
  expectTypeOf<Calls['person']>().toExtend<Call<Awaited<Calls['person']>>>()
  const error: unknown = null
  if (error instanceof NotFoundError) expectTypeOf(error).toEqualTypeOf<ApiError<'NOT_FOUND'>>()
})

test('a moment is a Date, and a day is text', () => {
  type Plan = NonNullable<Awaited<ReturnType<typeof calls>['plan']>>
  expectTypeOf<Plan['changedAt']>().toEqualTypeOf<Date>()
  expectTypeOf<Plan['agreedAt']>().toEqualTypeOf<Date | null>()
  expectTypeOf<Plan['history'][number]['at']>().toEqualTypeOf<Date>()
  expectTypeOf<Plan['assignment']['from']>().toEqualTypeOf<string>()
})
