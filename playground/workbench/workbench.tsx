import 'graphiql/setup-workers/vite'
import 'graphiql/style.css'
import { createGraphiQLFetcher } from '@graphiql/toolkit'
import { GraphiQL } from 'graphiql'

/** The editor, and what stands around it. */
export const Workbench = () => <GraphiQL fetcher={createGraphiQLFetcher({ url: '/graphql' })} />
