import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import type { Tree, TreeNode } from '../../sdk/tree.ts'
import { type Place, shown, titleOf } from './tree.ts'

const openAtFirst = 1

/** A list of places as the tree that they are; arrow keys walk, open and close. */
export const TreeView = ({ tree }: { readonly tree: Tree<Place> }) => {
  const [closed, setClosed] = useState<ReadonlySet<string>>(() => deeperThan(openAtFirst, tree))
  const [current, setCurrent] = useState(tree.root.value.id)
  const list = useRef<HTMLDivElement>(null)
  const nodes = useMemo(() => shown(tree.root, closed), [tree, closed])

  const go = (node: TreeNode<Place> | undefined | null) => {
    if (!node) return
    setCurrent(node.value.id)
    const place = nodes.indexOf(node)
    ;(list.current?.children[place] as HTMLElement | undefined)?.focus()
  }
  const turn = ({ value: { id } }: TreeNode<Place>) => {
    const next = new Set(closed)
    if (!next.delete(id)) next.add(id)
    setClosed(next)
  }
  const press = (event: KeyboardEvent, node: TreeNode<Place>) => {
    const place = nodes.indexOf(node)
    const isClosed = closed.has(node.value.id) && node.children.length > 0
    const actions: Readonly<Record<string, () => void>> = {
      ArrowDown: () => go(nodes[place + 1]),
      ArrowUp: () => go(nodes[place - 1]),
      Home: () => go(nodes[0]),
      End: () => go(nodes.at(-1)),
      ArrowRight: () => (isClosed ? turn(node) : go(node.children[0])),
      ArrowLeft: () => (isClosed || node.children.length === 0 ? go(node.parent) : turn(node)),
      Enter: () => turn(node),
      ' ': () => turn(node),
    }
    const action = actions[event.key]
    if (!action) return
    event.preventDefault()
    action()
  }
  return (
    <section className="view" aria-label="Tree">
      <div className="tree" role="tree" aria-label={`${tree.size} places`} ref={list}>
        {nodes.map((node) => {
          const { name, about } = titleOf(node.value)
          const { length } = node.children
          const isOpen = !closed.has(node.value.id)
          return (
            <div
              key={node.value.id}
              role="treeitem"
              tabIndex={node.value.id === current ? 0 : -1}
              aria-level={node.depth + 1}
              aria-selected={node.value.id === current}
              aria-expanded={length > 0 ? isOpen : undefined}
              style={{ paddingInlineStart: `${node.depth * 20 + 8}px` }}
              onClick={() => {
                setCurrent(node.value.id)
                if (length > 0) turn(node)
              }}
              onKeyDown={(event) => press(event, node)}
            >
              <span className="twisty" aria-hidden="true">
                {length === 0 ? '' : isOpen ? '▾' : '▸'}
              </span>
              {name} <span className="faint">{about}</span>
              {length > 0 && <span className="count">{length}</span>}
            </div>
          )
        })}
      </div>
    </section>
  )
}

const deeperThan = (depth: number, tree: Tree<Place>): ReadonlySet<string> =>
  new Set([...tree.walk()].filter((node) => node.depth >= depth).map(({ value }) => value.id))
