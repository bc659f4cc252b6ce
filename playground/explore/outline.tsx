import './outline.css'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { Graph } from './graph.ts'
import { captionOf, kinds, relationOf, titleOf } from './naming.ts'
import { outlineOf, stepOf } from './outlining.ts'

/** What a drawing and its outline show, and what one can do in both. */
export interface Looks {
  readonly graph: Graph
  readonly chosen: string
  /** Ids of what is different from the day before. */
  readonly fresh: ReadonlySet<string>
  readonly choose: (id: string) => void
  /** Opens or closes a node, or shows more of a list. */
  readonly toggle: (id: string) => void
}

/** The graph as a tree that is read line by line, with the keys of a tree view. */
export const Outline = ({ graph, chosen, fresh, choose, toggle }: Looks) => {
  const rows = outlineOf(graph)
  const tree = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const row = tree.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(chosen)}"]`)
    if (tree.current?.contains(document.activeElement)) row?.focus()
  }, [chosen])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' || event.key === ' ') toggle(chosen)
    else {
      const step = stepOf(rows, chosen, event.key)
      if (!step) return
      if ('to' in step) choose(step.to)
      else toggle(step.toggle)
    }
    event.preventDefault()
  }
  return (
    <div
      ref={tree}
      className="outline"
      role="tree"
      aria-label="Who stands above and below, and what they hold"
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      {rows.map(({ node: { id, item, open, side }, node, level, position, among }) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the tree has the keys
        <div
          key={id}
          data-id={id}
          role="treeitem"
          className={`row ${side} ${item.kind} ${fresh.has(id) ? 'fresh' : ''}`}
          style={{ paddingInlineStart: `${level * 18 - 10}px` }}
          tabIndex={id === chosen ? 0 : -1}
          aria-level={level}
          aria-posinset={position}
          aria-setsize={among}
          aria-selected={id === chosen}
          aria-expanded={open ?? undefined}
          onClick={() => {
            choose(id)
            if (open !== null || item.kind === 'more') toggle(id)
          }}
        >
          <span className="chevron" aria-hidden="true">
            {open === null ? '' : open ? '▾' : '▸'}
          </span>
          <span className="name">{titleOf(item)}</span>
          <span className="faint">{[relationOf(graph, node), captionOf(item)].filter(Boolean).join(' · ')}</span>
          {fresh.has(id) && <span className="hidden">changed</span>}
          <span className="hidden">{kinds[item.kind][0]}</span>
        </div>
      ))}
    </div>
  )
}
