import { useGraphiQLActions } from '@graphiql/react'
import { at, isObject } from '../../sdk/answer.ts'
import type { Cost } from '../../sdk/response.ts'
import { errorPluginTitle } from './error-catalogue.tsx'
import { codesIn, wanted } from './errors.ts'
import type { Exchange } from './exchange.ts'

interface Props {
  readonly answer: unknown
  /** How the answer came; null when that is not known any more. */
  readonly exchange: Exchange | null
}

/** What an answer cost and what is left, how long it took, and what to do about its errors. */
export const Status = ({ answer, exchange }: Props) => {
  const cost = at(answer, ['extensions', 'cost'])
  return (
    <div className="status" role="status" aria-label="About the last answer">
      <Errors answer={answer} />
      {exchange?.stopped && <span className="wrong">Stopped</span>}
      {exchange?.until && (
        <>
          <span>{Math.round(exchange.until - exchange.since).toLocaleString('en')} ms</span>
          <span>{sizeOf(exchange.bytes)}</span>
        </>
      )}
      {isObject(cost) && <Price cost={cost as unknown as Cost} />}
      {exchange?.requestId && (
        <span className="request" title="Quote it when you report a fault of the server">
          Request <code>{exchange.requestId}</code>
        </span>
      )}
    </div>
  )
}

const Errors = ({ answer }: { readonly answer: unknown }) => {
  const { setVisiblePlugin } = useGraphiQLActions()
  const explain = (code: string) => {
    wanted.set(code)
    setVisiblePlugin(errorPluginTitle)
  }
  return codesIn(answer).map((code) => (
    <button key={code} type="button" className="code-link" onClick={() => explain(code)}>
      {code}: what to do
    </button>
  ))
}

const Price = ({ cost: { requested, nodes, budget } }: { readonly cost: Cost }) => {
  const left = `${points(budget.remaining)} of ${points(budget.limit)} points left`
  return (
    <>
      <span title={`${points(nodes)} rows of pages were asked for`}>
        {points(requested)} {requested === 1 ? 'point' : 'points'}
      </span>
      <span className="budget" title={`${points(budget.restorePerSecond)} come back each second`}>
        <meter min={0} max={budget.limit} low={budget.limit / 5} value={budget.remaining} aria-label="Budget" />
        {left}
      </span>
    </>
  )
}

const points = (number: number): string => number.toLocaleString('en')

const sizeOf = (bytes: number): string => (bytes < 1_000 ? `${bytes} B` : `${(bytes / 1_000).toFixed(1)} kB`)
