import { become, useSession } from './session.ts'

/** For who has a token or an API key already; and the way out. */
export const TokenForm = ({ done }: { readonly done: () => void }) => {
  const session = useSession()
  const take = (form: FormData) => {
    const token = String(form.get('token'))
      .trim()
      .replace(/^Bearer /i, '')
    if (!token) return
    become({ persona: 'person', name: 'With a token', place: null, token, ids: {} })
    done()
  }
  const leave = () => {
    become(null)
    done()
  }
  return (
    <form action={take}>
      <label htmlFor="token">A token or an API key</label>
      <input id="token" name="token" className="field" type="password" autoComplete="off" placeholder="Bearer …" />
      <div className="row">
        <button type="submit" className="button">
          Use it
        </button>
        {session && (
          <button type="button" className="button" onClick={leave}>
            Sign out
          </button>
        )}
      </div>
    </form>
  )
}
