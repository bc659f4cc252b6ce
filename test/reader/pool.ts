import fc, { type Arbitrary } from 'fast-check'
import { indicators, periods } from './catalogue.ts'
import { dayBefore, today, turningDays } from './day.ts'
import type { World } from './world.ts'

/** What to draw for a scalar, by the argument or input field it is for (`Query.person.id`) or else by its type. */
export type Pool = (scalar: string, place: string) => Arbitrary<string | number | boolean>

const mostly = <Value>(value: Arbitrary<Value>, rarely: Arbitrary<Value>, times = 30) =>
  fc.oneof({ weight: times, arbitrary: value }, { weight: 1, arbitrary: rarely })

const idsOf = (rows: readonly { readonly id: string }[]) => fc.constantFrom(...rows.map(({ id }) => id))

const wrongIds = fc.constantFrom('', 'foo', 'off_', 'off_3578', 'asg_123', 'sch_x', 'per_%', '\u{1F600}')

const unknownIds = fc.constantFrom(
  'off_99',
  'are_99.99',
  'sch_00000000',
  'per_01890000-0000-7000-8000-000000000000',
  'asg_01890000-0000-7000-8000-000000000000',
  'prd_1999',
  'ind_NOTHING',
  'beh_NOTHING.1',
  'act_01890000-0000-7000-8000-000000000000',
  'pln_01890000-0000-7000-8000-000000000000',
  'obs_01890000-0000-7000-8000-000000000000',
  'ntf_01890000-0000-7000-8000-000000000000',
  'imp_01890000-0000-7000-8000-000000000000',
  'key_01890000-0000-7000-8000-000000000000',
)

const days = fc.constantFrom(today, ...turningDays.flatMap((day) => [day, dayBefore(day)]), '2021-05-05', '2027-02-28')

/** Parts of names, some in another case. */
function partsOf(names: readonly string[]): Arbitrary<string> {
  const part = fc.tuple(fc.constantFrom(...names), fc.nat(8), fc.integer({ min: 1, max: 5 }), fc.constantFrom(0, 1, 2))
  return fc.oneof(
    fc.constantFrom('a', 's', '%', '_', '\\', "'", '"', '', 'sari', 'NEGERI', '😀'),
    part.map(([name, start, length, letters]) => {
      const text = [...name].slice(start, start + length).join('')
      // of other letters than these it is not promised that upper and lower case are the same
      return [text, ascii(text, 'toUpperCase'), ascii(text, 'toLowerCase')][letters] ?? text
    }),
  )
}

const ascii = (text: string, change: 'toUpperCase' | 'toLowerCase') =>
  text.replace(/[A-Za-z]/g, (letter) => letter[change]())

/** The pool that holds what is in a world, and a little that is not; those who ask come up more often. */
export function poolOf(world: World, viewers: readonly string[]): Pool {
  const { areas, offices, schools, people, assignments, plans, notifications, catalogues, reports, apiKeys } = world
  const { observations } = world
  const asking = people.filter(({ id }) => viewers.includes(id))
  const theirs = assignments.filter(({ personId }) => viewers.includes(personId))
  const standing = areas.filter(({ code }) => offices.some((office) => office.code === code))
  const ids = {
    Area: idsOf(standing),
    Office: idsOf(offices),
    School: idsOf(schools),
    Person: fc.oneof(idsOf(people), idsOf(asking)),
    Assignment: fc.oneof(idsOf(assignments), idsOf(theirs)),
    Plan: fc.oneof(
      idsOf(plans),
      idsOf(plans.filter(({ assignmentId }) => theirs.some(({ id }) => id === assignmentId))),
    ),
    Observation: fc.oneof(
      idsOf(observations),
      idsOf(observations.filter(({ assignmentId }) => theirs.some(({ id }) => id === assignmentId))),
    ),
  }
  const anything = fc.oneof(
    ...Object.values(ids),
    idsOf(periods),
    idsOf(indicators),
    idsOf(indicators.flatMap(({ behaviours }) => behaviours)),
    idsOf(catalogues.flatMap(({ activities }) => activities)),
    idsOf(notifications),
    idsOf(notifications.filter(({ personId }) => viewers.includes(personId))),
    idsOf(reports),
    idsOf(apiKeys),
  )
  const id = (type: keyof typeof ids) => mostly(ids[type], fc.oneof(unknownIds, wrongIds, anything))
  const nips = people.flatMap(({ nip }) => (nip ? [nip, `${nip.slice(0, 8)} ${nip.slice(8)}`] : []))
  const names = [...people, ...schools, ...offices].map(({ name }) => name)
  const places: Readonly<Record<string, Arbitrary<string | number>>> = {
    office: id('Office'),
    district: id('Area'),
    school: id('School'),
    root: id('Assignment'),
    assignment: id('Assignment'),
    'Query.person.id': id('Person'),
    'Query.assignment.id': id('Assignment'),
    'Query.plan.id': id('Plan'),
    'Query.observation.id': id('Observation'),
    plan: id('Plan'),
    catalogue: mostly(fc.constantFrom(...catalogues.map(({ name }) => name)), fc.constantFrom('', "'")),
    code: mostly(fc.constantFrom(...offices.map(({ code }) => code)), fc.constantFrom('', '99', "'")),
    npsn: mostly(fc.constantFrom(...schools.map(({ npsn }) => npsn)), fc.constantFrom('', '00000000', "'")),
    nameContains: partsOf(names),
    period: mostly(fc.constantFrom(...periods.map(({ code }) => code)), fc.constantFrom('', '2023', "'")),
    first: mostly(fc.integer({ min: 1, max: 5 }), fc.constantFrom(50, 100, 100, 100, 0, -1, 101, 5000), 20),
    maxDepth: mostly(fc.integer({ min: 0, max: 5 }), fc.constantFrom(-1, 32, 33)),
    year: fc.constantFrom(2023, 2024, 2025, 0),
  }
  const scalars: Readonly<Record<string, Arbitrary<string | number | boolean>>> = {
    ID: mostly(anything, fc.oneof(unknownIds, unknownIds, wrongIds)),
    Date: mostly(days, fc.constantFrom('2024-02-29', '1999-12-31')),
    NIP: mostly(fc.constantFrom(...nips), fc.constant('198507142010012012')),
    Boolean: fc.boolean(),
    Int: fc.nat(),
    String: fc.string(),
  }
  return (scalar, place) =>
    places[place] ?? places[place.split('.').at(-1) ?? ''] ?? scalars[scalar] ?? fc.constant('unexpected')
}
