import type { Persona } from '../server/playground/ways-in.ts'
import { storeOf } from './store.ts'

/** Who is signed in to the pages. */
export interface Session extends Omit<Persona, 'persona'> {
  /** `application`: a program with an API key; `person`: whoever the token is of. */
  readonly persona: Persona['persona'] | 'application' | 'person'
}

const place = 'kinerja.session'

const read = (): Session | null => JSON.parse(sessionStorage.getItem(place) ?? 'null')

const store = storeOf(read())

/** Who is signed in to this window; null for a stranger. It is forgotten when the window is closed. */
export const currentSession = store.get

/** The same, for components: they are drawn anew when somebody else signs in. */
export const useSession = store.use

/** Becomes somebody, or a stranger again. */
export const become = (somebody: Session | null): void => {
  if (somebody) sessionStorage.setItem(place, JSON.stringify(somebody))
  else sessionStorage.removeItem(place)
  store.set(somebody)
}
