import type { Area } from '../organisation/area.ts'
import type { Assignment, Register } from './register.ts'

const schoolsPerInspector = 25

/** An education office with its head; inspectors are appointed as its schools need them. */
export interface Office {
  code: string
  head: Assignment
  /** The inspector for one more school of the office. */
  inspector(): Assignment
}

/** Enters the office, its head and its administrator. */
export function openOffice(register: Register, area: Area): Office {
  const province = area.level === 'PROVINCE'
  register.add('offices', {
    code: area.code,
    name: `Dinas Pendidikan ${province ? 'Provinsi ' : ''}${area.name}`,
    level: area.level,
    parent_code: area.parent ?? '',
  })
  const head = appoint('OFFICE_HEAD', `821/${area.code}`)
  register.supervise(appoint('OFFICE_ADMIN', `800/${area.code}`), head)

  let schools = 0
  let current: Assignment | undefined
  function inspector(): Assignment {
    if (current === undefined || schools % schoolsPerInspector === 0) {
      current = appoint('SCHOOL_INSPECTOR', `800/${area.code}/${1 + schools / schoolsPerInspector}`)
      register.supervise(current, head)
    }
    schools += 1
    return current
  }
  function appoint(position: string, decree: string): Assignment {
    const generation = position === 'OFFICE_ADMIN' ? 'TEACHER' : 'LEADER'
    return register.assign(register.person('PNS', generation), { position, office_code: area.code, decree })
  }
  return { code: area.code, head, inspector }
}
