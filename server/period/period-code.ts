import { Refusal } from '../errors.ts'
import { type PeriodCode, type RuleSet, rules } from './rules.ts'

/** The rules of a period, by its code. Refuses what is none; `where` names the argument. */
export function rulesOf(code: string, where = 'period'): RuleSet & { readonly code: PeriodCode } {
  const rule = rules.find((one) => one.code === code)
  if (rule) return rule
  throw new Refusal('BAD_USER_INPUT', `No such ${where}: there are ${rules.map((one) => one.code).join(', ')}.`)
}
