import { ApiError, type Code, type ErrorOf } from './errors.ts'
import type { Told } from './send.ts'

/** How a call went, without an exception: `ok` tells. A server newer than this package may send codes that the type does not know. */
export type Result<Answer, Codes extends Code> =
  | { readonly ok: true; readonly data: Answer }
  | { readonly ok: false; readonly error: ErrorOf<Codes> }

/**
 * A promise of an answer, which is sent once: a mutation at once, anything else when it is first awaited.
 *
 * @example
 * const person = await client.person({ id })
 * const { data, meta } = await client.person({ id }).withMeta()
 * const result = await client.person({ id }).result()
 * console.log(result.ok ? result.data.name : result.error.code)
 */
export class Call<Answer, Codes extends Code = Code> implements Promise<Answer> {
  readonly [Symbol.toStringTag] = 'Call'
  readonly #send: () => Promise<Told<Answer>>
  #told: Promise<Told<Answer>> | undefined

  constructor(send: () => Promise<Told<Answer>>) {
    this.#send = send
  }

  /** The answer, and what is known of it: what it cost, the id of the request, the headers. */
  withMeta(): Promise<Told<Answer>> {
    this.#told ??= this.#send()
    return this.#told
  }

  /** The answer or the ApiError, for those who would rather not catch. */
  async result(): Promise<Result<Answer, Codes>> {
    try {
      return { ok: true, data: await this }
    } catch (error) {
      if (ApiError.is(error)) return { ok: false, error: error as ErrorOf<Codes> }
      throw error
    }
  }

  // biome-ignore lint/suspicious/noThenProperty: it is a promise.
  readonly then: Promise<Answer>['then'] = (kept, caught) =>
    this.withMeta()
      .then(({ data }) => data)
      .then(kept, caught)

  readonly catch: Promise<Answer>['catch'] = (caught) => this.then(null, caught)

  readonly finally: Promise<Answer>['finally'] = (done) => this.then().finally(done)
}
