import { schoolNames } from './names.ts'
import type { Random } from './random.ts'
import type { Office, School } from './world.ts'

const office = (code: string, name: string, parentCode: string | null = null): Office => ({
  type: 'Office',
  id: `off_${code}`,
  code,
  name,
  level: parentCode ? 'DISTRICT' : 'PROVINCE',
  parentCode,
})

/** A province with two districts whose offices are called alike, and a province that has nobody. */
export const drawOffices = (): Office[] => [
  office('35', 'Dinas Pendidikan "Jawa_Timur"'),
  office('35.15', 'Dinas Pendidikan', '35'),
  office('35.78', 'Dinas Pendidikan', '35'),
  office('51', "Dinas 100% Bali's"),
]

const levels = ['SD', 'SD', 'SMP', 'SMA', 'SMK', 'SLB', 'PAUD'] as const

/** Schools of every level in both districts; those for the older pupils are the province's. */
export function drawSchools(random: Random): School[] {
  return levels.map((level, index) => {
    const npsn = `2050${random.digits(3)}${index}`
    const districtCode = index % 2 ? '35.78' : '35.15'
    return {
      type: 'School',
      id: `sch_${npsn}`,
      npsn,
      name: schoolNames[index] ?? level,
      level,
      ownership: random.chance(50) ? 'STATE' : 'PRIVATE',
      districtCode,
      officeCode: level.startsWith('SM') && level !== 'SMP' ? '35' : districtCode,
    }
  })
}
