import { Refusal } from './errors.ts'

/** Text as it is, without the space around it. Refuses what is empty or too long. It is never taken for HTML. */
export function plainText(text: string, longest: number, where: string): string {
  const trimmed = text.trim()
  if (trimmed.length >= 1 && trimmed.length <= longest) return trimmed
  throw new Refusal('BAD_USER_INPUT', `${where} is 1 to ${longest.toLocaleString('en')} characters.`)
}
