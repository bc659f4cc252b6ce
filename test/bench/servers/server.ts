import type { Request, Workload } from '../workloads/workload.ts'
import type { Child } from './child.ts'

/** What the servers that are compared have in common. */
export interface Server {
  readonly name: string
  readonly title: string
  start(url: string): Promise<Child>
  /** A request of a workload: where it is sent, with which headers and body. */
  message(workload: Workload, request: Request): Message
}

/** A POST request. */
export interface Message {
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}
