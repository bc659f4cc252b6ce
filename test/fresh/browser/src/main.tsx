import { ApiError, type AssignmentCardFragment, createClient, type SupervisionTree } from '@kinerja/sdk'
import { useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'

const { VITE_URL, VITE_TOKEN, VITE_OFFICE } = import.meta.env
const client = createClient({ url: VITE_URL, token: VITE_TOKEN })

const Teachers = ({ office }: { office: string }) => {
  const [teachers, setTeachers] = useState<readonly AssignmentCardFragment[]>([])
  const [tree, setTree] = useState<SupervisionTree | null>(null)
  const [problem, setProblem] = useState('')

  useEffect(() => {
    const left = new AbortController()
    const read = async () => {
      for await (const { nodes } of client.teachers({ filter: { office }, first: 1 }, left).pages()) {
        setTeachers((known) => [...known, ...nodes])
      }
      const head = (await client.office({ id: office }))?.head
      if (head) setTree(await client.tree({ root: head.id }))
      await client.person({ id: 'per_00000000-0000-7000-8000-000000000000' })
    }
    read().catch((error) => setProblem(ApiError.is(error, 'NOT_FOUND') ? error.name : String(error)))
    return () => left.abort()
  }, [office])

  return (
    <main>
      <ul>
        {teachers.map(({ id, person, school }) => (
          <li key={id}>
            {person.name} at {school?.name}
          </li>
        ))}
      </ul>
      <p>{tree?.size} in the tree</p>
      <p role="alert">{problem}</p>
    </main>
  )
}

const root = document.getElementById('root')
if (root) createRoot(root).render(<Teachers office={VITE_OFFICE} />)
