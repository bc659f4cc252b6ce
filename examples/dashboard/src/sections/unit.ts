import type { AnalyticsNode } from '@kinerja/sdk'
import type { Named } from '../figures/cross.ts'
import { usePlace } from '../place.ts'
import type { Within } from '../reading.ts'
import { useSpeech } from '../words/settings.ts'

/** What an office is shown by: a district's by its schools, a province's, which has thousands, by the offices in it. */
export interface Unit {
  readonly dimension: 'OFFICE' | 'SCHOOL'
  /** What one is called, and all of them. */
  readonly one: string
  readonly each: string
  of(cell: AnalyticsNode): Named | null
  within(id: string): Within
}

export function useUnit(): Unit {
  const { words } = useSpeech()
  const { office } = usePlace()
  return office.level === 'PROVINCE'
    ? {
        dimension: 'OFFICE',
        one: words.office,
        each: words.progress.byOffice,
        of: (cell) => cell.office,
        within: (id) => ({ office: id }),
      }
    : {
        dimension: 'SCHOOL',
        one: words.progress.school,
        each: words.progress.bySchool,
        of: (cell) => cell.school,
        within: (id) => ({ school: id }),
      }
}
