import { readFileSync } from 'node:fs'

/** What is done with every client. */
export const tasks = [
  { name: 'teachers', title: 'all teachers of a province, district by district, in pages of 100' },
  { name: 'tree', title: "one office's tree, rebuilt, in pages of 2,000" },
] as const

/** The clients, ours first. */
export const clients = [
  { name: 'sdk', title: 'this SDK' },
  { name: 'graphql-request', title: 'graphql-request' },
  { name: 'urql', title: 'urql' },
  { name: 'fetch', title: 'fetch by hand' },
] as const

export type Task = (typeof tasks)[number]
export type Client = (typeof clients)[number]

/** Where a program is, beside this file. */
export const programOf = (task: Task, client: Client): string => `${task.name}/${client.name}.mjs`

/** How many lines a program has, its GraphQL among them; blank lines and comments do not count. */
export function linesOf(task: Task, client: Client): number {
  const text = readFileSync(new URL(programOf(task, client), import.meta.url), 'utf8')
  return text.split('\n').filter((line) => !/^\s*(\/\/|$)/.test(line)).length
}
