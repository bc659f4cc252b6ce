import { Refusal } from './errors.ts'

/** Text as it is, without the space around it. Refuses what is empty, too long, or no text. It is never taken for HTML. */
export function plainText(text: string, longest: number, where: string): string {
  const trimmed = text.trim()
  // what people count: an emoji is one
  const length = [...trimmed].length
  if (length < 1 || length > longest) throw bad(`${where} is 1 to ${longest.toLocaleString('en')} characters.`)
  // PostgreSQL keeps neither
  if (trimmed.includes('\0') || !trimmed.isWellFormed())
    throw bad(`${where} holds a NUL or half a character: type the text again.`)
  return trimmed
}

const bad = (message: string) => new Refusal('BAD_USER_INPUT', message)
