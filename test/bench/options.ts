import { parseArgs } from 'node:util'
import { workloads } from './workloads/workloads.ts'

const names = workloads.map(({ name }) => name)
const servers = ['ours', 'head', 'postgraphile', 'floor']

const insteads = ['planning', 'sdk', 'analytics'] as const

type Instead = (typeof insteads)[number]

/** What a run of the benchmark measures. */
export interface Options {
  /** Seconds each cell is measured; the warm-up and the single connection take half as long each. */
  readonly seconds: number
  readonly rounds: number
  /** Names of workloads; empty for all. */
  readonly only: readonly string[]
  /** Names of servers; empty for all. */
  readonly servers: readonly string[]
  /** The province whose data are generated, or `all` for the growth measurement. */
  readonly province: string
  /** Whether our server writes a CPU profile of each workload instead. */
  readonly profile: boolean
  /** What is measured instead: the last hour of planning, our SDK beside other clients, or counts of assignments. */
  readonly instead: Instead | undefined
}

/** How it is called. */
export const usage = `usage: npm run bench -- [--seconds 8] [--rounds 3] [--only ${names}] [--server ${servers}]
       --cpu-prof       profiles our server, in one round of the workloads named by --only
       planning         replays the last hour of planning instead: 20,000 mutations by 64 clients
       sdk              measures our SDK beside other clients instead; it takes --rounds
       analytics        measures counts of assignments instead; it takes --rounds and --province, \`all\` for the country
       --province all   measures growth instead: the same requests among two million assignments`

/** Reads the command line; a bad one throws a TypeError. */
export function readOptions(args?: string[]): Options {
  const text = { type: 'string' } as const
  const { values, positionals } = parseArgs({
    ...(args && { args }),
    allowPositionals: true,
    options: {
      seconds: { ...text, default: '8' },
      rounds: { ...text, default: '3' },
      only: { ...text, default: '' },
      server: { ...text, default: '' },
      province: { ...text, default: '32' },
      'cpu-prof': { type: 'boolean', default: false },
    },
  })
  const [name] = positionals
  const instead = insteads.find((one) => one === name)
  if (name !== undefined && !instead) throw new TypeError(`there is no ${name}`)
  return {
    instead,
    seconds: number('seconds', values.seconds),
    rounds: number('rounds', values.rounds),
    only: list('only', values.only, names),
    servers: list('server', values.server, servers),
    province: values.province,
    profile: values['cpu-prof'],
  }
}

function number(name: string, text: string): number {
  const value = Number(text)
  if (value > 0) return value
  throw new TypeError(`--${name} is a number above 0`)
}

function list(option: string, text: string, known: readonly string[]): string[] {
  const chosen = text.split(',').filter(Boolean)
  const [stranger] = chosen.filter((name) => !known.includes(name))
  if (stranger === undefined) return chosen
  throw new TypeError(`--${option} is one or more of ${known}; there is no ${stranger}`)
}
