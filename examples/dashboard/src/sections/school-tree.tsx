import type { SupervisionTree, UnplannedNode } from '@kinerja/sdk'
import { label, Position } from '@kinerja/sdk/labels'
import { useEffect, useRef } from 'react'
import { Shown } from '../frame/states.tsx'
import { useSchoolTree } from '../reading.ts'
import { useSpeech } from '../words/settings.ts'

/** The tree of a school's principal, in which one assignment is marked. */
export function SchoolTree({
  school,
  assignment,
  close,
}: {
  readonly school: { readonly id: string; readonly name: string }
  readonly assignment: UnplannedNode
  readonly close: () => void
}) {
  const { words } = useSpeech()
  const dialog = useRef<HTMLDialogElement>(null)
  const tree = useSchoolTree(school.id)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} aria-labelledby="tree-title" onClose={close}>
      <header>
        <h2 id="tree-title">{school.name}</h2>
        <button type="button" onClick={() => dialog.current?.close()}>
          {words.close}
        </button>
      </header>
      <Shown of={tree} lines={10} none={words.behind.noPrincipal}>
        {({ root }) => (
          <ul className="tree">
            <Branch node={root} marked={assignment.id} />
          </ul>
        )}
      </Shown>
    </dialog>
  )
}

type Node = SupervisionTree['root']

function Branch({ node, marked }: { readonly node: Node; readonly marked: string }) {
  const { language, words } = useSpeech()
  const { person, position } = node.value.assignment
  return (
    <li>
      {node.value.id === marked ? (
        <mark>
          {person.name}
          <span className="unseen"> ({words.behind.here})</span>
        </mark>
      ) : (
        person.name
      )}{' '}
      <span className="aside">{label(Position, position, language)}</span>
      {node.children.length > 0 && (
        <ul>
          {node.children.map((child) => (
            <Branch key={child.value.id} node={child} marked={marked} />
          ))}
        </ul>
      )}
    </li>
  )
}
