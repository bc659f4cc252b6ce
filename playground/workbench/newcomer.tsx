import { pick, useGraphiQL, useGraphiQLActions } from '@graphiql/react'
import { useEffect, useRef } from 'react'
import { useSession } from '../session.ts'
import { exchange } from './exchange.ts'
import { welcome } from './welcome.ts'

/** Shows who has just become somebody nothing that the former was answered; what he asked stays. */
export const Newcomer = () => {
  const session = useSession()
  const former = useRef(session)
  const { tabs, activeTabIndex, queryEditor, variableEditor, responseEditor } = useGraphiQL(
    pick('tabs', 'activeTabIndex', 'queryEditor', 'variableEditor', 'responseEditor'),
  )
  const { stop, moveTab, updateActiveTabValues } = useGraphiQLActions()
  useEffect(() => {
    const before = former.current
    if (session === before || !queryEditor) return
    former.current = session
    stop()
    exchange.set(null)
    // the active tab is known by what it is, and moved as it is
    moveTab(tabs.map((tab, index) => (index === activeTabIndex ? tab : { ...tab, response: null })))
    responseEditor?.setValue('')
    updateActiveTabValues({ response: null })
    if (queryEditor.getValue() !== welcome(before).query) return
    const { query, variables } = welcome(session)
    queryEditor.setValue(query)
    variableEditor?.setValue(variables)
  }, [session, queryEditor])
  return null
}
