import type { Area } from '../organisation/area.ts'
import type { Office } from './office.ts'

// nine schools of a district in their order, and again from the start
const levels = ['SD', 'SD', 'SD', 'SMP', 'PAUD', 'SD', 'SMA', 'SMK', 'SLB'] as const

export type Level = (typeof levels)[number]
export type Ownership = 'STATE' | 'PRIVATE'

/** What the schools of one district have in common. */
export interface District {
  area: Area
  office: Office
  provinceOffice: Office
  schools: number
  /** In each school, on average */
  teachers: number
  /** Teachers on their way to a later school, by the index of that school. */
  movers: Map<number, Mover[]>
  /** People who could lead a second school, by level and ownership of their own. */
  principals: Map<string, string>
}

export interface Mover {
  person: string
  day: string
}

/** The level of the school with this index. */
export function levelOf(index: number): Level {
  return levels[index % levels.length] ?? 'SD'
}

/** The index of the next school of the same level, or null after the last. */
export function nextOfSameLevel(index: number, schools: number): number | null {
  for (let later = index + 1; later < schools; later++) {
    if (levelOf(later) === levelOf(index)) return later
  }
  return null
}

/** Who runs a school: upper secondary and special schools belong to the province. */
export function officeOf(level: Level, { office, provinceOffice }: District): Office {
  return level === 'SMA' || level === 'SMK' || level === 'SLB' ? provinceOffice : office
}
