import type { AnyOperation } from '../operation.ts'

/** What a test told of an operation. */
export interface Rule {
  readonly operation: AnyOperation
  /** As the test said it: `on`, `once`, `pages`, `tree`, `live`. */
  readonly said: string
  /** What it is answered with: an answer, a Fault, or for `live` a stream. */
  readonly reply: (variables: object, signal: AbortSignal | null) => unknown
}

/** What a test told, and what of it was asked for. */
export class Rules {
  readonly #always = new Map<string, Rule>()
  readonly #once: Rule[] = []
  readonly #used = new Set<Rule>()

  /** From now on, in the place of what was told before. */
  always(rule: Rule): void {
    this.#always.set(rule.operation.name, rule)
  }

  /** For the next request that nothing earlier waits for. */
  once(rule: Rule): void {
    this.#once.push(rule)
  }

  /** What answers the next request of an operation. */
  take(operation: string): Rule | undefined {
    const next = this.#once.findIndex((rule) => rule.operation.name === operation)
    const [rule] = next < 0 ? [this.#always.get(operation)] : this.#once.splice(next, 1)
    if (rule) this.#used.add(rule)
    return rule
  }

  /** Whether a request of an operation would be answered. */
  has(operation: string): boolean {
    return this.#always.has(operation) || this.#once.some((rule) => rule.operation.name === operation)
  }

  /** All that waits for a request: `person (on)`. */
  told(): string[] {
    return [...this.#always.values(), ...this.#once].map(described)
  }

  /** All that no request has asked for yet. */
  unused(): string[] {
    return [...this.#always.values(), ...this.#once].filter((rule) => !this.#used.has(rule)).map(described)
  }
}

const described = ({ operation, said }: Rule): string => `${operation.name} (${said})`
