import { once } from 'node:events'
import { createServer } from 'node:http'
import { ApolloServer } from '@apollo/server'
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer'
import { defineIntegrationTestSuite } from '@apollo/server-integration-testsuite'
import { graphqlOver } from './built/graphql.js'

defineIntegrationTestSuite(
  async (options, { context = async () => ({}) } = {}) => {
    const http = createServer()
    const drain = ApolloServerPluginDrainHttpServer({ httpServer: http })
    const server = new ApolloServer({ ...options, plugins: [...(options.plugins ?? []), drain] })
    await server.start()
    const graphql = graphqlOver(server, ({ request, response }) => context({ req: request, res: response }))
    http.on('request', async (request, response) => {
      const { status, headers, text } = await graphql({ request, response }).catch(refused)
      response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(text) }).end(text)
    })
    await once(http.listen(0), 'listening')
    return { server, url: `http://127.0.0.1:${http.address().port}/` }
  },
  { noIncrementalDelivery: true },
)

const refused = ({ message, extensions: { http } }) => ({ status: http.status, headers: {}, text: message })
