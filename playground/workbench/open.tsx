import { useGraphiQL, useGraphiQLActions } from '@graphiql/react'
import type { ReactNode } from 'react'
import { currentSession } from '../session.ts'
import { questionOf } from './welcome.ts'

/** Opens an operation of the collection in a tab, with variables of what the one who is signed in sees. */
export const OpenButton = ({ name, children }: { readonly name: string; readonly children?: ReactNode }) => {
  const { addTab, setVisiblePlugin } = useGraphiQLActions()
  const { queryEditor, variableEditor } = useGraphiQL(({ queryEditor, variableEditor }) => ({
    queryEditor,
    variableEditor,
  }))
  const open = () => {
    const { query, variables } = questionOf(name, currentSession())
    addTab()
    queryEditor?.setValue(query)
    variableEditor?.setValue(variables)
    // where the list lies over the editor
    if (matchMedia('(max-width: 760px)').matches) setVisiblePlugin(null)
    queryEditor?.focus()
  }
  return (
    <button type="button" className="open" onClick={open}>
      <b>{name}</b>
      {children}
    </button>
  )
}
