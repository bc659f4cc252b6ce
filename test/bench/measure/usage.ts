import { readdirSync, readFileSync } from 'node:fs'

// clock ticks a second: 100 on every Linux that Node runs on
const tick = 10

/** CPU milliseconds that a process has used, all its threads; undefined where the system does not tell. */
export function processTime(pid: number): number | undefined {
  const fields = statOf(pid)
  return fields && (at(fields, 11) + at(fields, 12)) * tick
}

/** CPU milliseconds that a PostgreSQL has used: the postmaster, all that run for it, and those that have ended. */
export function databaseTime(postmaster: number): number | undefined {
  const own = statOf(postmaster)
  if (!own) return undefined
  const ended = (at(own, 13) + at(own, 14)) * tick
  const running = [postmaster, ...childrenOf(postmaster)].map((pid) => processTime(pid) ?? 0)
  return running.reduce((sum, time) => sum + time, ended)
}

/** The process that started another, as a postmaster starts a backend. */
export function parentOf(pid: number): number | undefined {
  const fields = statOf(pid)
  return fields && at(fields, 1)
}

/** The most memory a process has had, in megabytes. */
export function peakMemory(pid: number): number | undefined {
  const [, kilobytes] = /^VmHWM:\s+(\d+)/m.exec(read(`/proc/${pid}/status`) ?? '') ?? []
  return kilobytes ? Number(kilobytes) / 1_024 : undefined
}

function childrenOf(parent: number): number[] {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return all.map(Number).filter((pid) => parentOf(pid) === parent)
}

// the fields after the program's name, which may hold anything
function statOf(pid: number): string[] | undefined {
  return read(`/proc/${pid}/stat`)?.split(') ').at(-1)?.split(' ')
}

const at = (fields: string[], index: number): number => Number(fields[index])

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
