import './drawing.css'
import { useEffect, useMemo, useRef, useState } from 'react'
import { type Box, layoutOf, size } from './layout.ts'
import { captionOf, relationOf, stateOf, titleOf } from './naming.ts'
import type { Looks } from './outline.tsx'

const zooms = [0.5, 0.75, 1] as const

/**
 * The graph as a drawing. It says nothing that the outline beside it does not, and so is hidden from screen readers; by keyboard one
 * chooses in the outline, and the drawing follows.
 */
export const Drawing = ({ graph, chosen, fresh, choose, toggle }: Looks) => {
  const [zoom, setZoom] = useState(1)
  const [wanted, setWanted] = useState(false)
  const { boxes, lines, width, height } = useMemo(() => layoutOf(graph), [graph])
  const paper = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const at = boxes.get(chosen)
    const parent = boxes.get(graph.nodes.get(chosen)?.parent ?? '')
    for (const box of [parent, at]) if (box) reveal(paper.current, box, zoom)
  }, [boxes, graph, chosen, zoom])
  return (
    <section className={`drawing ${wanted ? 'wanted' : ''}`} aria-label="Drawing">
      <button type="button" className="button on-demand" aria-expanded={wanted} onClick={() => setWanted(!wanted)}>
        {wanted ? 'Hide the drawing' : 'Show as a drawing'}
      </button>
      <svg className="legend" width="190" height="20" aria-hidden="true">
        <path className="line APPRAISER" d="M0 10h22" />
        <text x="28" y="14">
          Appraiser
        </text>
        <path className="line WORK_TEAM" d="M94 10h22" />
        <text x="122" y="14">
          Work team
        </text>
      </svg>
      <fieldset className="zoom" aria-label="Size of the drawing">
        {zooms.map((factor) => (
          <button key={factor} type="button" aria-pressed={factor === zoom} onClick={() => setZoom(factor)}>
            {factor * 100} %
          </button>
        ))}
      </fieldset>
      <div ref={paper} className="paper" aria-hidden="true">
        <svg width={width * zoom} height={height * zoom} viewBox={`0 0 ${width} ${height}`}>
          <title>Drawing</title>
          {lines.map(({ id, kind, path }) => (
            <path key={id} className={`line ${kind}`} d={path} />
          ))}
          {[...boxes.values()].map(({ id, x, y }) => {
            const node = graph.nodes.get(id)
            if (!node) return null
            const { item, open, side } = node
            return (
              // biome-ignore lint/a11y/noStaticElementInteractions: hidden from who has no pointer; the outline has the keys
              <g
                key={id}
                className={`box ${side} ${item.kind} ${fresh.has(id) ? 'fresh' : ''} ${id === chosen ? 'chosen' : ''}`}
                style={{ transform: `translate(${x}px, ${y}px)` }}
                onClick={() => {
                  choose(id)
                  if (open !== null || item.kind === 'more') toggle(id)
                }}
              >
                <foreignObject width={size.width} height={size.height}>
                  <div className="card" title={`${titleOf(item)} · ${captionOf(item)}`}>
                    <b>{titleOf(item)}</b>
                    <span>{side === 'above' ? `${relationOf(graph, node)} · ${stateOf(item)}` : captionOf(item)}</span>
                    {open !== null && <i>{open ? '−' : '+'}</i>}
                  </div>
                </foreignObject>
              </g>
            )
          })}
        </svg>
      </div>
    </section>
  )
}

/** Scrolls no further than it takes to see a box. */
function reveal(paper: HTMLElement | null, { x, y }: Box, zoom: number): void {
  if (!paper) return
  const into = (at: number, long: number, from: number, seen: number) => {
    const [start, end] = [(at - size.margin) * zoom, (at + long + size.margin) * zoom]
    return start < from ? start : Math.max(from, end - seen)
  }
  paper.scrollTo({
    left: into(x, size.width, paper.scrollLeft, paper.clientWidth),
    top: into(y, size.height, paper.scrollTop, paper.clientHeight),
  })
}
