import { GraphQLClient, gql } from 'graphql-request'

const document = gql`
  query ($office: ID!, $after: String) {
    teachers(filter: { office: $office }, first: 100, after: $after) {
      nodes {
        id position basis from until
        school { id npsn name level }
        office { id code name }
        person { id name employment }
      }
      pageInfo { hasNextPage endCursor }
      totalCount
    }
  }
`

export async function read({ url, token, office }, see) {
  const client = new GraphQLClient(url, { headers: { authorization: `Bearer ${token}` } })
  let after = null
  do {
    const { nodes, pageInfo } = (await client.request(document, { office, after })).teachers
    for (const teacher of nodes) see(teacher)
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null
  } while (after)
}
