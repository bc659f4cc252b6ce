import type { EntityManager } from '@mikro-orm/postgresql'
import { today } from '../calendar.ts'
import { Refusal } from '../errors.ts'
import type { ExtendWindowInput } from '../generated/schema.ts'
import { keyOf } from '../id.ts'
import { Office } from '../organisation/organisation.ts'
import { plainText } from '../text.ts'
import { WindowExtension } from './extension.ts'
import { Period } from './period.ts'
import { rulesOf } from './period-code.ts'
import type { OpenDays } from './season.ts'

/** A window to open. */
export interface Opening extends OpenDays {
  readonly period: string
  /** The office's code. */
  readonly office: string
  readonly reason: string
}

/** What the input says, checked as far as it can be by itself. */
export function openingOf(input: ExtendWindowInput, now: Date): Opening {
  const { period, stage, office, until, reason } = input
  const from = input.from ?? today(now.getTime())
  if (until <= from)
    throw new Refusal(
      'BAD_USER_INPUT',
      'input.until is the first day after the end: give one after input.from, which is today by default.',
    )
  return {
    period: rulesOf(period, 'input.period').code,
    stage,
    office: keyOf('Office', office, 'input.office'),
    from,
    until,
    reason: plainText(reason, 10_000, 'input.reason'),
  }
}

/** Opens a window for an office and those below it; tells its key. */
export async function extendWindow(em: EntityManager, opening: Opening, now: Date): Promise<string> {
  const { period, stage, from, until, reason } = opening
  const office = await em.findOne(Office, opening.office)
  if (!office) throw new Refusal('NOT_FOUND', 'There is no such office.')
  const { id } = em.create(WindowExtension, {
    period: em.getReference(Period, period),
    stage,
    office,
    validity: `[${from},${until})`,
    reason,
    createdAt: now,
  })
  return id
}
