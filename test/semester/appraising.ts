import { behavioursOf, type Judgement, type Level, type Model, type Rated, type Rating } from './model.ts'

// PermenPANRB 6/2022, as domain.md §5c has it
const matrix: Readonly<Record<Rating, Readonly<Record<Rating, string>>>> = {
  ABOVE: { BELOW: 'POOR', MEETS: 'GOOD', ABOVE: 'VERY_GOOD' },
  MEETS: { BELOW: 'POOR', MEETS: 'GOOD', ABOVE: 'GOOD' },
  BELOW: { BELOW: 'VERY_POOR', MEETS: 'NEEDS_IMPROVEMENT', ABOVE: 'NEEDS_IMPROVEMENT' },
}

export const rate = ({ result, behaviour }: Pick<Judgement, 'result' | 'behaviour'>): Rated => ({
  result,
  behaviour,
  predicate: matrix[result][behaviour],
})

/** How the plan's behaviours were seen last, on sheets that were shared. */
export function seenIn({ plan, cycles }: Model): Level[] {
  const last = new Map<number, Level>()
  for (const { isShared, sheet, behaviours } of cycles)
    for (const [index, level] of (isShared && sheet ? sheet : []).entries()) last.set(behaviours[index] ?? 0, level)
  return behavioursOf[plan?.content ?? 'half'].flatMap((number) => last.get(number) ?? [])
}

export const countOf = (levels: readonly Level[], wanted: Level) => levels.filter((level) => level === wanted).length

/** What is suggested: ABOVE where all is effective, BELOW where half is not done; null where nothing was seen. */
export function suggested(levels: readonly Level[]): Rating | null {
  if (!levels.length) return null
  if (countOf(levels, 'DONE_AND_EFFECTIVE') === levels.length) return 'ABOVE'
  return countOf(levels, 'NOT_DONE') * 2 >= levels.length ? 'BELOW' : 'MEETS'
}
