import type { Pool } from 'pg'
import { connections } from '../measure/cell.ts'
import type { Options } from '../options.ts'
import type { Result } from '../run.ts'
import { doubts, figures } from './figures.ts'
import { machine } from './machine.ts'
import { targets } from './targets.ts'

/** A run as Markdown. */
export async function report(results: readonly Result[], { seconds, rounds }: Options, pool: Pool): Promise<string> {
  const remarks = results.flatMap(doubts)
  return [
    '# What the benchmark measured',
    `${new Date().toISOString().slice(0, 10)}, by \`npm run bench\`. ${how(seconds, rounds)}`,
    (await machine(pool)).map((line) => `- ${line}`).join('\n'),
    '## Targets',
    targets(results),
    ...results.flatMap((result) => [`## ${result.workload.title}`, figures(result)]),
    ...(remarks.length ? ['## Doubts', remarks.map((line) => `- ${line}`).join('\n')] : []),
    '',
  ].join('\n\n')
}

const how = (seconds: number, rounds: number): string =>
  `One server at a time, after a warm-up, ${seconds} s with ${connections} connections and half as long with one ("alone");
the medians over ${rounds} rounds. Every answer had been compared before: the floor's bytes are ours, PostGraphile's facts are ours.
CPU is that of the server's process, and that of all processes of PostgreSQL, for one request; the load generator's is not counted.
The floor is \`node:http\`, \`pg\` and one statement by hand: no GraphQL, no tokens. PostGraphile checks no tokens either.`
