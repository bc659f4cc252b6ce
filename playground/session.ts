import { useSyncExternalStore } from 'react'
import type { Persona } from '../server/playground/ways-in.ts'

/** Who is signed in to the pages. */
export interface Session extends Omit<Persona, 'persona'> {
  /** `application`: a program with an API key; `person`: whoever the token is of. */
  readonly persona: Persona['persona'] | 'application' | 'person'
}

const place = 'kinerja.session'
const listeners = new Set<() => void>()
let session = read()

/** Who is signed in to this window; null for a stranger. It is forgotten when the window is closed. */
export const currentSession = (): Session | null => session

/** The same, for components: they are drawn anew when somebody else signs in. */
export const useSession = (): Session | null => useSyncExternalStore(subscribe, currentSession)

/** Becomes somebody, or a stranger again. */
export const become = (somebody: Session | null): void => {
  session = somebody
  if (somebody) sessionStorage.setItem(place, JSON.stringify(somebody))
  else sessionStorage.removeItem(place)
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function read(): Session | null {
  try {
    return JSON.parse(sessionStorage.getItem(place) ?? 'null')
  } catch {
    return null
  }
}
