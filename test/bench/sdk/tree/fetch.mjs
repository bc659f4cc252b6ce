const query = `
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
  const places = []
  let after = null
  do {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query, variables: { root, after } }),
    })
    if (!response.ok) throw new Error(`HTTP ${response.status}`)
    const { data, errors } = await response.json()
    if (errors) throw new Error(errors[0].message)
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
