import './workers.ts'
import '@graphiql/react/style.css'
import 'graphiql/graphiql.css'
import '@graphiql/plugin-doc-explorer/style.css'
import '@graphiql/plugin-history/style.css'
import '@graphiql/plugin-explorer/style.css'
import './workbench.css'
import { explorerPlugin } from '@graphiql/plugin-explorer'
import { HISTORY_PLUGIN } from '@graphiql/plugin-history'
import { GraphiQL } from 'graphiql'
import { currentSession } from '../session.ts'
import { Answer } from './answer.tsx'
import { collectionPlugin } from './collection.tsx'
import { CopyButtons } from './copy.tsx'
import { errorPlugin } from './error-catalogue.tsx'
import { fetcher } from './fetcher.ts'
import { Newcomer } from './newcomer.tsx'
import { schema } from './schema.ts'
import { welcome } from './welcome.ts'

const plugins = [collectionPlugin, explorerPlugin(), HISTORY_PLUGIN, errorPlugin]
const first = welcome(currentSession())

/** The editor, and what stands around it. What is in it is forgotten with the window, as is who was there. */
export const Workbench = () => (
  <GraphiQL
    fetcher={fetcher}
    schema={schema}
    dangerouslyAssumeSchemaIsValid
    plugins={plugins}
    visiblePlugin={matchMedia('(min-width: 1000px)').matches ? collectionPlugin.title : ''}
    storage={sessionStorage}
    defaultTabs={[first]}
    initialQuery={first.query}
    initialVariables={first.variables}
    isHeadersEditorEnabled={false}
    showPersistHeadersSettings={false}
    defaultEditorToolsVisibility="variables"
  >
    <GraphiQL.Toolbar>
      {({ prettify, merge }) => (
        <>
          {prettify}
          {merge}
          <CopyButtons />
        </>
      )}
    </GraphiQL.Toolbar>
    <GraphiQL.Footer>
      <Answer />
    </GraphiQL.Footer>
    <Newcomer />
  </GraphiQL>
)
