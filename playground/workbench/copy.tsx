import { pick, ToolbarButton, useGraphiQL } from '@graphiql/react'
import { useState } from 'react'
import { currentSession } from '../session.ts'

import { curlOf, type Request } from './curl.ts'
import { sdkCode } from './sdk-code.ts'

const copies = {
  SDK: { label: 'Copy as SDK code', codeOf: sdkCode },
  curl: { label: 'Copy as curl', codeOf: curlOf },
} as const

/** Copies what is asked as a program that asks it. */
export const CopyButtons = () => {
  const { queryEditor, variableEditor, operationName } = useGraphiQL(
    pick('queryEditor', 'variableEditor', 'operationName'),
  )
  const [told, setTold] = useState('')
  const copy = async (codeOf: (request: Request, name?: string) => string) => {
    try {
      const request = {
        url: `${location.origin}/graphql`,
        document: queryEditor?.getValue() ?? '',
        variables: JSON.parse(variableEditor?.getValue() || '{}'),
        signedIn: currentSession() !== null,
      }
      await navigator.clipboard.writeText(codeOf(request, operationName))
      setTold('Copied')
    } catch (error) {
      setTold(`Not copied: ${error instanceof Error ? error.message : error}`)
    }
    setTimeout(() => setTold(''), 4_000)
  }
  return (
    <>
      {Object.entries(copies).map(([name, { label, codeOf }]) => (
        <ToolbarButton key={name} label={label} onClick={() => copy(codeOf)}>
          <span className="toolbar-text" aria-hidden="true">
            {name}
          </span>
        </ToolbarButton>
      ))}
      <output className="toast">{told}</output>
    </>
  )
}
