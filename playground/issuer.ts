import type { WaysIn } from '../server/playground/ways-in.ts'
import { authorizationUrl, isAnswer, newQuestion, signedIn } from './oidc.ts'
import { become } from './session.ts'

const place = 'kinerja.question'

/** Leaves for the issuer, who sends back to the playground. */
export function leaveFor(issuer: NonNullable<WaysIn['issuer']>): void {
  const question = newQuestion()
  sessionStorage.setItem(place, JSON.stringify(question))
  location.assign(authorizationUrl(issuer, `${location.origin}/graphql`, question))
}

/** Takes what the issuer answered out of the address, where it must not stay. Throws a SignInError. */
export function comeBack(): void {
  const { hash } = location
  if (!isAnswer(hash)) return
  history.replaceState(null, '', location.pathname + location.search)
  const question = JSON.parse(sessionStorage.getItem(place) ?? 'null')
  sessionStorage.removeItem(place)
  become({ ...signedIn(hash, question), persona: 'person', place: null, ids: {} })
}
