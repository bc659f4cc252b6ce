const query = `
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
  for (const district of districts) {
    let after = null
    do {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({ query, variables: { district, after } }),
      })
      if (!response.ok) throw new Error(`HTTP ${response.status}`)
      const { data, errors } = await response.json()
      if (errors) throw new Error(errors[0].message)
      const { nodes, pageInfo } = data.teachers
      for (const teacher of nodes) see(teacher)
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null
    } while (after)
  }
}
