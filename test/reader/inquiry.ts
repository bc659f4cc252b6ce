import type { Actor } from './cast.ts'
import { type Actual, type CursorPair, difference } from './comparison.ts'
import { answer } from './interpreter.ts'
import { listOf } from './page.ts'
import type { CursorVariable } from './print.ts'
import { type Inquiry, nameOf, type Written } from './query.ts'
import type { Stage } from './stage.ts'

/** Asks server and interpreter the same, several times; throws where they disagree. */
export async function inquire(stage: Stage, { turns, isSteady }: Inquiry, written: Written): Promise<void> {
  const { text, document, printers } = written
  const pairs: CursorPair[] = []
  const told: string[] = []
  for (const [time, turn] of turns.entries()) {
    const operation = turn.operation % printers.length
    const printer = printers[operation]
    const actor = stage.cast[turn.viewer]
    if (!printer || !actor) throw new Error('a turn of nobody')
    const { ours, theirs } = cursors(printer.cursors, time, pairs)
    const variables = printer.values(time, isSteady)
    const operationName = nameOf(operation)
    const question = { document, operationName, variableValues: { ...variables, ...ours } }
    const expected = answer(stage.world, actor.viewer, question)
    const asked = { query: text, operationName, variables: { ...variables, ...theirs } }
    const wrong = difference(expected, await post(stage.url, asked, actor), pairs)
    told.push(`${turn.viewer} asks for ${operationName} with ${JSON.stringify(asked.variables)}`)
    if (wrong) throw new Error(`${text}\n\n${told.join('\n')}\n\n${wrong}`)
  }
}

async function post(url: string, body: object, { headers }: Actor): Promise<Actual> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
  return JSON.parse(await response.text())
}

/** Cursors from the answers so far: mostly of the list itself, sometimes of another, or none at all. */
function cursors(variables: readonly CursorVariable[], time: number, pairs: readonly CursorPair[]) {
  const chosen = variables.flatMap(({ name, list, picks }) => {
    const pick = picks[time] ?? null
    if (pick === null) return []
    if (pick === 40) return [[name, { ours: 'x', theirs: 'x' }] as const]
    const fitting = pick > 37 ? pairs : pairs.filter(({ ours }) => listOf(ours) === list)
    const pair = fitting[pick % fitting.length]
    return pair ? [[name, pair] as const] : []
  })
  return {
    ours: Object.fromEntries(chosen.map(([name, pair]) => [name, pair.ours])),
    theirs: Object.fromEntries(chosen.map(([name, pair]) => [name, pair.theirs])),
  }
}
