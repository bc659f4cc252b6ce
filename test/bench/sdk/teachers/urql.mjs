import { Client, fetchExchange, gql } from '@urql/core'

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
  const fetchOptions = { headers: { authorization: `Bearer ${token}` } }
  const client = new Client({ url, exchanges: [fetchExchange], fetchOptions, preferGetMethod: false })
  for (const district of districts) {
    let after = null
    do {
      const { data, error } = await client.query(document, { district, after }).toPromise()
      if (error) throw error
      const { nodes, pageInfo } = data.teachers
      for (const teacher of nodes) see(teacher)
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null
    } while (after)
  }
}
