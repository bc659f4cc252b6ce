import type { Words } from '../words/indonesian.ts'

/** Somebody of the sample whom a developer may become. */
export interface Person {
  readonly persona: string
  readonly name: string
  readonly place: string | null
  readonly token: string
  /** Ids to begin with by their prefix, an office's among them. */
  readonly ids: Readonly<Record<string, string>>
}

/** Whom one may become, offices first; nobody in production. */
export async function readPeople(signal: AbortSignal): Promise<readonly Person[]> {
  const response = await fetch('/playground/people', { signal })
  if (!response.ok) return []
  const { people } = (await response.json()) as { people: readonly Person[] }
  return people.toSorted((a, b) => rank(a) - rank(b))
}

const personas: readonly string[] = ['office', 'principal', 'inspector', 'analyst', 'operator', 'teacher']

const rank = ({ persona }: Person): number => {
  const place = personas.indexOf(persona)
  return place < 0 ? personas.length : place
}

/** What a persona is called; its own name, when it is newer than this page. */
export const personaName = (persona: string, words: Words): string =>
  Object.entries(words.signIn.personas).find(([known]) => known === persona)?.[1] ?? persona
