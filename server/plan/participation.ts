import { Employment, Ownership, PlanScope, Position } from '../generated/schema.ts'
import type { PeriodCode } from '../period/rules.ts'

/** Who plans in a period: what `Period.participants` says, as far as it decides a case. */
interface Participation {
  readonly positions: readonly Position[]
  /** Whether civil servants placed at private schools (diperbantukan) plan here; if not, they use e-Kinerja BKN. */
  readonly privateSchools: boolean
}

// school inspectors take part from Kepdirjen GTK 4242/2024 on; no source gives a catalogue of indicators for them
const positions = [Position.TEACHER, Position.PRINCIPAL]

const participation: Readonly<Record<PeriodCode, Participation>> = {
  '2024-S1': { positions, privateSchools: false },
  '2024-S2': { positions, privateSchools: false },
  '2025': { positions, privateSchools: false },
  '2026': { positions, privateSchools: true },
}

/** What decides about taking part. */
export interface Post {
  readonly position: string
  readonly employment: string
  readonly ownership: string | null
  /** The first day of the assignment. */
  readonly from: string
}

/** A post, as far as taking part goes. */
type Kind = Pick<Post, 'position' | 'employment' | 'ownership'>

/** Why a post does not take part in a period; undefined where it does. */
export function excluded(period: string, { position, employment, ownership }: Kind): string | undefined {
  const rule = participation[period as PeriodCode]
  if (!rule) return 'The period has no rules.'
  if (!rule.positions.some((one) => one === position))
    return 'Teachers and principals plan here; no other position does.'
  if (ownership === Ownership.PRIVATE && employment !== Employment.NON_ASN && !rule.privateSchools)
    return `Civil servants at private schools plan ${period} in e-Kinerja BKN, not here.`
  return undefined
}

/** Every kind of post at a school that takes part in a period, as `TEACHER PNS STATE`: what a statement compares posts with. */
export const kindsIn = (period: string): string[] =>
  Object.values(Position).flatMap((position) =>
    Object.values(Employment).flatMap((employment) =>
      Object.values(Ownership)
        .filter((ownership) => !excluded(period, { position, employment, ownership }))
        .map((ownership) => `${position} ${employment} ${ownership}`),
    ),
  )

/** How far a plan goes: a civil servant who came in the last two months of the period plans only (Pusat Informasi 33374387760025). */
export function scopeOf({ employment, from }: Post, period: { readonly until: string }): PlanScope {
  const last = new Date(`${period.until}T00:00:00Z`)
  last.setUTCMonth(last.getUTCMonth() - 2)
  const isNew = employment !== Employment.NON_ASN && from >= last.toISOString().slice(0, 10)
  return isNew ? PlanScope.PLANNING_ONLY : PlanScope.FULL
}
