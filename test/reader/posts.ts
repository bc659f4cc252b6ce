import { type Span, turningDays } from './day.ts'
import { personNames, texts } from './names.ts'
import type { Random } from './random.ts'
import type { Assignment, Office, Person, School } from './world.ts'

type Place = Pick<Assignment, 'npsn' | 'officeCode'>

/** People and where they work, now and before; the last two have never worked anywhere. */
export function drawPosts(random: Random, offices: readonly Office[], schools: readonly School[]) {
  const people: Person[] = []
  const assignments: Assignment[] = []

  const person = (): Person => {
    const drawn = drawPerson(random, people.length)
    people.push(drawn)
    return drawn
  }
  const post = (who: Person, position: string, place: Place, span: Span, basis = 'DEFINITIVE') => {
    assignments.push({
      type: 'Assignment',
      id: `asg_${random.uuid()}`,
      key: `A-${random.digits(3)}-${assignments.length}`,
      personId: who.id,
      position,
      basis,
      ...place,
      ...span,
      decree: random.chance(50) ? random.pick(texts) : null,
    })
  }

  for (const { code } of offices.slice(0, 3)) {
    const place = { npsn: null, officeCode: code }
    const change = random.pick(turningDays.slice(2, 6))
    if (code !== '35') post(person(), 'OFFICE_HEAD', place, { from: '2022-07-01', until: change })
    post(person(), 'OFFICE_HEAD', place, { from: change, until: null })
    post(person(), 'SCHOOL_INSPECTOR', place, { from: '2023-01-01', until: null })
    post(person(), 'OFFICE_ADMIN', place, drawSpan(random))
    post(person(), 'OFFICE_ADMIN', place, { from: '2023-01-01', until: null })
  }
  for (const [index, { npsn }] of schools.entries()) {
    const place = { npsn, officeCode: null }
    const change = random.pick(turningDays.slice(2, 9))
    const elsewhere = { npsn: random.pick(schools).npsn, officeCode: null }
    post(person(), 'PRINCIPAL', place, { from: '2022-07-01', until: change })
    const teacher = person()
    post(teacher, 'TEACHER', random.chance(50) ? place : elsewhere, { from: '2022-07-01', until: null })
    if (index % 3 === 0) post(teacher, 'PRINCIPAL', place, { from: change, until: null }, 'ACTING')
    if (index % 3 === 1) post(person(), 'PRINCIPAL', place, { from: change, until: null })
    // one who is admin of an office and rates at a school
    if (index === 0)
      post(teacher, 'OFFICE_ADMIN', { npsn: null, officeCode: '35.78' }, { from: '2023-07-01', until: null })
    if (index === 3) post(person(), 'PRINCIPAL', place, { from: '2025-01-01', until: null })
    for (let count = 0; count < 2; count += 1) post(person(), 'TEACHER', place, drawSpan(random))
    if (index % 3 === 2) post(random.pick(people), 'TEACHER', elsewhere, drawSpan(random))
  }
  person()
  person()
  return { people, assignments }
}

function drawSpan(random: Random): Span {
  const start = random.below(turningDays.length - 1)
  const until = random.chance(60) ? null : random.pick(turningDays.slice(start + 1))
  return { from: turningDays[start] ?? '2022-07-01', until }
}

function drawPerson(random: Random, number: number): Person {
  const birthDate = `19${70 + random.below(30)}-0${1 + random.below(9)}-1${random.below(10)}`
  const employment = random.pick(['PNS', 'PNS', 'PPPK', 'NON_ASN'])
  const nip = `${birthDate.replaceAll('-', '')}2010011${String(number).padStart(3, '0')}`
  return {
    type: 'Person',
    id: `per_${random.uuid()}`,
    key: `P-${random.digits(3)}-${number}`,
    name: random.pick(personNames),
    nip: employment === 'NON_ASN' || random.chance(10) ? null : nip,
    nuptk: random.chance(70) ? `${random.digits(12)}${String(number).padStart(4, '0')}` : null,
    employment,
    rank: random.chance(60) ? random.pick(texts) : null,
    sex: random.pick(['F', 'M']),
    birthDate,
    email: random.chance(60) ? `p${number}@guru.example.id` : null,
  }
}
