import { GraphQLClient, gql } from 'graphql-request'

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
  const client = new GraphQLClient(url, { headers: { authorization: `Bearer ${token}` } })
  const places = []
  let after = null
  do {
    const { nodes, pageInfo } = (await client.request(document, { root, after })).supervisionTree
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
