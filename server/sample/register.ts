import { type Interval, schoolYear } from './interval.ts'
import { createNipSeries, type Employment } from './number.ts'
import { type Generation, inventPerson } from './person.ts'
import type { Random } from './random.ts'
import type { Cells, Row, Table } from './table.ts'

/** An assignment as supervision needs it. */
export interface Assignment extends Interval {
  key: string
  person: string
}

type Post = Pick<Cells<'assignments'>, 'position' | 'basis' | 'npsn' | 'office_code' | 'decree'>

/** Hands out keys and holds the rows until they are taken. */
export interface Register {
  add<T extends Table>(table: T, cells: Cells<T>): void
  /** Enters an invented person; returns the key. */
  person(employment: Employment, generation: Generation): string
  assign(person: string, post: Post, interval?: Interval): Assignment
  supervise(subordinate: Assignment, supervisor: Assignment, edge?: Partial<Interval> & Cells<'supervision'>): void
  /** The rows since the last time. */
  take(): Row[]
}

export function createRegister(random: Random): Register {
  const issueNip = createNipSeries()
  let rows: Row[] = []
  let people = 0
  let assignments = 0
  const register: Register = {
    add(table, cells) {
      rows.push({ table, cells })
    },
    person(employment, generation) {
      people += 1
      const cells = inventPerson(random, issueNip, people, employment, generation)
      register.add('people', cells)
      return cells.person_key ?? ''
    },
    assign(person, post, { from, until } = schoolYear) {
      assignments += 1
      const key = `A${String(assignments).padStart(7, '0')}`
      register.add('assignments', {
        basis: 'DEFINITIVE',
        ...post,
        assignment_key: key,
        person_key: person,
        from,
        until,
      })
      return { key, person, from, until }
    },
    supervise(subordinate, supervisor, edge = {}) {
      const { from, until } = subordinate
      register.add('supervision', {
        capacity: 'APPRAISER',
        from,
        until,
        ...edge,
        subordinate_key: subordinate.key,
        supervisor_key: supervisor.key,
      })
    },
    take() {
      const taken = rows
      rows = []
      return taken
    },
  }
  return register
}
