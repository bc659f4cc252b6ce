import { Client, fetchExchange, gql } from '@urql/core'

const document = gql`
  query ($root: ID!, $after: String) {
    supervisionTree(root: $root, first: 2000, after: $after) {
      nodes {
        id parentId depth childCount descendantCount
        assignment {
          id position basis from until
          school { id npsn name level }
          office { id code name }
          person { id name employment }
        }
      }
      pageInfo { hasNextPage endCursor }
      totalCount
    }
  }
`

export async function read({ url, token, root }, see) {
  const fetchOptions = { headers: { authorization: `Bearer ${token}` } }
  const client = new Client({ url, exchanges: [fetchExchange], fetchOptions, preferGetMethod: false })
  const places = []
  let after = null
  do {
    const { data, error } = await client.query(document, { root, after }).toPromise()
    if (error) throw error
    const { nodes, pageInfo } = data.supervisionTree
    places.push(...nodes)
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null
  } while (after)
  const children = Map.groupBy(places, ({ parentId }) => parentId)
  const waiting = [...(children.get(null) ?? [])]
  for (let place = waiting.pop(); place; place = waiting.pop()) {
    see(place, place.depth)
    waiting.push(...(children.get(place.id) ?? []).toReversed())
  }
}
