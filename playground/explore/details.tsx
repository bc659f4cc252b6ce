import './details.css'
import type { Graph, GraphNode } from './graph.ts'
import { captionOf, fieldsOf, kinds, relationOf, titleOf } from './naming.ts'

interface Props {
  readonly graph: Graph
  readonly node: GraphNode
  readonly choose: (id: string) => void
}

/** All that is known of the chosen node, in English and with the Indonesian terms. */
export const Details = ({ graph, node, choose }: Props) => {
  const { id, item } = node
  const [kind, term] = kinds[item.kind]
  const fields = fieldsOf(item)
  const post = id !== graph.focus && id.startsWith('asg_')
  return (
    <aside className="details" aria-labelledby="chosen">
      <p className="kind">
        {kind} <span lang="id">{term}</span>
      </p>
      <h2 id="chosen">{titleOf(item)}</h2>
      <p className="faint">{relationOf(graph, node) || captionOf(item)}</p>
      <dl>
        {fields.map(({ name, term, value }) => (
          <div key={name}>
            <dt>
              {name} <span lang="id">{term}</span>
            </dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {item.kind === 'superior' && !post && (
        <p className="faint">Known to you by this line alone: you may not see the row.</p>
      )}
      {post && item.kind !== 'more' && (
        <button type="button" className="button primary" onClick={() => choose(id)}>
          Put in the middle
        </button>
      )}
      <p className="id">{id}</p>
    </aside>
  )
}
