import { errorLabel } from '../../sdk/entry/labels.ts'
import { ApiError, type Code } from '../../sdk/index.ts'

const advice: Partial<Record<Code, string>> = {
  UNAUTHENTICATED: 'Your sign-in has ended: sign in again, top right.',
  FORBIDDEN: 'Sign in as somebody who may see people: those who work here, operators, or programs.',
  NOT_FOUND: 'There is no such post, or you may not see it. Search for a name.',
  BAD_USER_INPUT: 'The address names no post. Search for a name.',
  NETWORK: 'The server does not answer. Look whether you are connected, then try again.',
  TIMEOUT: 'The server takes too long. Try again.',
  RATE_LIMITED: 'You have asked for much in a short time. Wait a minute, then try again.',
}

/** What went wrong, and what to do. */
export const Trouble = ({ error, again }: { readonly error: unknown; readonly again: () => void }) => {
  const [code, requestId] = ApiError.is(error) ? [error.code, error.requestId] : [null, null]
  return (
    <section role="alert" className="notice trouble">
      <h2>{code ? errorLabel(code, 'en') : 'Something went wrong'}</h2>
      <p>{(code && advice[code]) ?? 'Try again; if it stays so, tell whoever runs this server.'}</p>
      {requestId && (
        <p className="faint">
          {code} · request {requestId}
        </p>
      )}
      <button type="button" className="button" onClick={again}>
        Try again
      </button>
    </section>
  )
}
