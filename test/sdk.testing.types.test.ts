import { expectTypeOf, test } from 'vitest'
import type { Feed, Given, Mock } from '../sdk/entry/testing.ts'
import {
  type AssignmentCardFragment,
  type PersonAnswer,
  type PersonQueryVariables,
  type PlanChangedAnswer,
  personOperation,
  planChangedOperation,
  submitPlanOperation,
  teachersOperation,
  viewerOperation,
} from '../sdk/index.ts'

// Never called: what is looked at here, the compiler looks at.
const said = (mock: Mock) => ({
  answer: mock.answer(personOperation, { name: 'Sari', assignments: [{ position: 'TEACHER' }], rank: null }),
  teachers: mock.pages(teachersOperation, [{ person: { name: 'Sari' } }]),
  live: mock.live(planChangedOperation),
  calls: mock.calls(personOperation),
  on: mock.on(personOperation, (variables) => {
    expectTypeOf(variables).toEqualTypeOf<PersonQueryVariables>()
    return variables.id === 'per_1' ? mock.answer(personOperation) : mock.error('NOT_FOUND')
  }),
  later: mock.on(personOperation, async ({ id }) => mock.answer(personOperation, { id })),
  none: mock.on(viewerOperation, null),
  silent: mock.once(personOperation, mock.silence()),
  stale: mock.once(submitPlanOperation, mock.error('CONFLICT', { currentVersion: 3 })),
  // @ts-expect-error An answer is complete: mock.answer makes it so.
  half: mock.on(personOperation, () => ({ name: 'Sari' })),
  // @ts-expect-error Nobody has two names.
  field: mock.answer(personOperation, { nam: 'Sari' }),
  // @ts-expect-error A name is text.
  type: mock.answer(personOperation, { name: 1 }),
  // @ts-expect-error A name is never null.
  empty: mock.answer(personOperation, { name: null }),
  // @ts-expect-error Another operation's answer.
  other: mock.on(personOperation, () => mock.answer(viewerOperation)),
  // @ts-expect-error Reading a person is never in conflict with anything.
  code: mock.once(personOperation, mock.error('CONFLICT')),
  // @ts-expect-error There is no such item.
  item: mock.pages(teachersOperation, [{ nam: 'Sari' }]),
  // @ts-expect-error A person is no list.
  list: mock.pages(personOperation, 3),
  // @ts-expect-error Nor a stream of events.
  stream: mock.live(personOperation),
})

test('what a mock is told is typed by the operation', () => {
  type Said = ReturnType<typeof said>
  expectTypeOf<Said['answer']>().toEqualTypeOf<NonNullable<PersonAnswer>>()
  expectTypeOf<Said['answer']>().not.toBeAny()
  expectTypeOf<Said['teachers']>().toEqualTypeOf<readonly AssignmentCardFragment[]>()
  expectTypeOf<Said['live']>().toEqualTypeOf<Feed<PlanChangedAnswer>>()
  expectTypeOf<Said['calls']>().toEqualTypeOf<readonly PersonQueryVariables[]>()
  expectTypeOf<{ plan: { changedAt: Date; agreedAt: null } }>().toExtend<Given<PlanChangedAnswer>>()
})
