import { badInput } from './errors.ts'

/** Text as it is, without the space around it. Refuses what is empty, too long, or no text. It is never taken for HTML. */
export function plainText(text: string, longest: number, where: string): string {
  const trimmed = text.trim()
  // what people count: an emoji is one
  const length = [...trimmed].length
  if (length < 1 || length > longest) throw badInput(`${where} is 1 to ${longest.toLocaleString('en')} characters.`)
  // PostgreSQL keeps neither
  if (trimmed.includes('\0') || !trimmed.isWellFormed())
    throw badInput(`${where} holds a NUL or half a character: type the text again.`)
  return trimmed
}
