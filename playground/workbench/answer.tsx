import './answer.css'
import './views.css'
import { useGraphiQL } from '@graphiql/react'
import { useMemo, useState } from 'react'
import { isObject } from '../../sdk/answer.ts'
import { ChartView } from './chart-view.tsx'
import { download } from './download.ts'
import { EventsView } from './events-view.tsx'
import { exchange } from './exchange.ts'
import { Progress } from './progress.tsx'
import { Status } from './status.tsx'
import { csvOf, type Table, tablesOf } from './table.ts'
import { TableView } from './table-view.tsx'
import { treeIn } from './tree.ts'
import { TreeView } from './tree-view.tsx'

const views = ['JSON', 'Table', 'Chart', 'Tree', 'Events'] as const

type View = (typeof views)[number]

/** What stands around an answer: ways to look at it, how far it is, what it cost. */
export const Answer = () => {
  const text = useGraphiQL(({ tabs, activeTabIndex }) => tabs[activeTabIndex]?.response ?? '')
  const answer = useMemo(() => parsed(text), [text])
  const tables = useMemo(() => tablesOf(isObject(answer) ? answer['data'] : null), [answer])
  const tree = useMemo(() => treeIn(tables), [tables])
  const last = exchange.use()
  const [wanted, setView] = useState<View>('JSON')
  const [chosen, setChosen] = useState('')
  const table = tables.find(({ name }) => name === chosen) ?? tables[0]
  const events = last?.live ? last.events : []
  const has: Readonly<Record<View, boolean>> = {
    JSON: true,
    Table: table !== undefined,
    Chart: table !== undefined && table.rows.length > 0,
    Tree: tree !== null,
    Events: events.length > 0,
  }
  const view = has[wanted] ? wanted : 'JSON'
  return (
    <>
      <div className="answer-bar">
        <fieldset aria-label="Look at the answer as">
          {views.map((name) => (
            <button
              key={name}
              type="button"
              className="view-button"
              aria-pressed={name === view}
              disabled={!has[name]}
              onClick={() => setView(name)}
            >
              {name}
            </button>
          ))}
        </fieldset>
        {tables.length > 1 && (view === 'Table' || view === 'Chart') && (
          <select
            className="field"
            aria-label="List"
            value={table?.name}
            onChange={({ target }) => setChosen(target.value)}
          >
            {tables.map(({ name }) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        )}
        <button type="button" className="view-button" disabled={!table} onClick={() => table && downloadCsv(table)}>
          Download CSV
        </button>
      </div>
      <Progress />
      {text === '' && <p className="hint faint">What the server answers is shown here. Ctrl-Enter asks.</p>}
      {view === 'Table' && table && <TableView key={table.name} table={table} />}
      {view === 'Chart' && table && <ChartView key={table.columns.join()} table={table} />}
      {view === 'Tree' && tree && <TreeView tree={tree} />}
      {view === 'Events' && <EventsView events={events} />}
      <Status answer={answer} exchange={(last?.shown ?? '') === text ? last : null} />
    </>
  )
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const downloadCsv = (table: Table): void => download(`${table.name}.csv`, 'text/csv;charset=utf-8', csvOf(table))
