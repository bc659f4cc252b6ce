import { useEffect } from 'react'
import { Dashboard } from './dashboard.tsx'
import { useKept } from './kept.ts'
import { session } from './sign-in/session.ts'
import { Session } from './sign-in/session-scope.tsx'
import { SignIn } from './sign-in/sign-in.tsx'
import { useSpeech, useTheme } from './words/settings.ts'

/** The page: a dashboard for who is signed in, else a way to sign in. */
export function App() {
  const token = useKept(session)
  const { language, words } = useSpeech()
  const theme = useTheme()
  useEffect(() => {
    document.documentElement.lang = language
    document.documentElement.dataset['theme'] = theme
    document.title = words.title
  }, [language, theme, words])
  return token ? (
    <Session key={token} token={token}>
      <Dashboard />
    </Session>
  ) : (
    <SignIn />
  )
}
