import { type District, levelOf, type Ownership, officeOf } from './district.ts'
import { drawHeadship, type Headship, headships, type Tenure } from './headship.ts'
import { overlap } from './interval.ts'
import { inventFoundation } from './names.ts'
import type { Office } from './office.ts'
import type { Random } from './random.ts'
import type { Assignment, Register } from './register.ts'
import { reportCard } from './report-card.ts'
import { staff } from './staff.ts'

/**
 * Enters one school with its scores, its teachers, its principals and who appraises whom.
 * `serial` counts the schools of the data set, `index` those of the district.
 */
export function openSchool(register: Register, random: Random, district: District, serial: number, index: number) {
  const level = levelOf(index)
  const office = officeOf(level, district)
  const ownership: Ownership = random.chance(0.15) ? 'PRIVATE' : 'STATE'
  // no real school has a number that starts with 9
  const npsn = String(90_000_000 + serial)
  const place = district.area.name.replace(/^(Kab\.|Kota) (Adm\. )?/, '')
  register.add('schools', {
    npsn,
    name: `${level} ${ownership === 'STATE' ? 'Negeri' : inventFoundation(random)} ${index + 1} ${place}`,
    level,
    ownership,
    district_code: district.area.code,
    office_code: office.code,
  })
  for (const score of reportCard(random, npsn)) register.add('report-card-scores', score)

  const kind = `${level} ${ownership}`
  const lender = district.principals.get(kind)
  const headship = drawHeadship(random, lender !== undefined)
  const teachers = staff(register, random, district, { npsn, ownership, index })
  const people = { TEACHER_OF_THE_SCHOOL: teachers[0]?.person, PRINCIPAL_OF_ANOTHER: lender }
  const principals = headship.tenures.map((tenure) => appoint(register, npsn, tenure, people))
  if (headship === headships.own && principals[0]) district.principals.set(kind, principals[0].person)

  const inspector = office.inspector()
  for (const principal of principals) {
    register.supervise(principal, office.head)
    register.supervise(principal, inspector, { capacity: 'WORK_TEAM' })
  }
  for (const teacher of teachers) superviseTeacher(register, teacher, headship, principals, office)
}

type Known = Readonly<Record<Exclude<Tenure['who'], 'NEW' | 'RETIRING'>, string | undefined>>

function appoint(register: Register, npsn: string, { who, from, until }: Tenure, known: Known): Assignment {
  const acting = who === 'NEW' || who === 'RETIRING' ? undefined : known[who]
  const person = acting ?? register.person('PNS', who === 'RETIRING' ? 'RETIRING' : 'LEADER')
  const basis = acting ? 'ACTING' : 'DEFINITIVE'
  const decree = acting ? `Plt/${npsn}` : `821/${npsn}/${from.slice(0, 4)}`
  return register.assign(person, { position: 'PRINCIPAL', basis, npsn, decree }, { from, until })
}

function superviseTeacher(
  register: Register,
  teacher: Assignment,
  { terms }: Headship,
  principals: readonly Assignment[],
  { head }: Office,
): void {
  for (const { tenure, reason, ...term } of terms) {
    const days = overlap(teacher, term)
    if (days === null) continue
    const principal = tenure === null ? undefined : principals[tenure]
    if (principal?.person === teacher.person) {
      register.supervise(teacher, head, { ...days, reason: 'Acting principal of the same school' })
    } else {
      register.supervise(teacher, principal ?? head, { ...days, reason })
    }
  }
}
