import { type Actor, isInsider } from './cast.ts'
import type { Model } from './model.ts'

/** The texts of a semester: whose notes, which sheet, the appraisal, the plan, and all the rest. */
const texts = /rahasia-(\w+)-\d|lembar-(\d+)|(nilai)-|(rencana)-|(kata)-/g

/** The texts that somebody has heard and may not have. */
export function overheard(actor: Actor, model: Model, answer: string): string[] {
  return [...answer.matchAll(texts)].flatMap((found) => (mayHear(actor, model, found) ? [] : [found[0]]))
}

function mayHear(
  actor: Actor,
  { owner, cycles, appraisal }: Model,
  [, author, cycle, rated, planned]: RegExpExecArray,
) {
  if (author) return actor === author
  if (actor !== 'program' && !isInsider(owner, actor)) return false
  if (cycle) return actor !== owner || (cycles[Number(cycle)]?.isShared ?? false)
  if (rated) return (actor !== owner && actor !== 'program') || appraisal?.givenOn != null
  return !planned || actor !== 'program'
}
