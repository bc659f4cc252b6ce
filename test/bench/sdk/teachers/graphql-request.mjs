import { GraphQLClient, gql } from 'graphql-request'

const document = gql`
  query ($district: ID!, $after: String) {
    teachers(filter: { district: $district }, first: 100, after: $after) {
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

export async function read({ url, token, districts }, see) {
  const client = new GraphQLClient(url, { headers: { authorization: `Bearer ${token}` } })
  for (const district of districts) {
    let after = null
    do {
      const { nodes, pageInfo } = (await client.request(document, { district, after })).teachers
      for (const teacher of nodes) see(teacher)
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null
    } while (after)
  }
}
