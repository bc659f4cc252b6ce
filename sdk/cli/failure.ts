import { ApiError, type ClientCode, type Code } from '../errors.ts'
import { TreeError } from '../growth.ts'

/** What a shell is told. */
export const exitCodes = { done: 0, refused: 1, misused: 2, unanswered: 3, interrupted: 130 } as const

/** Why nothing is printed, in words for whoever typed the command. */
export class Unable extends Error {
  readonly exitCode: number

  constructor(message: string, exitCode: number = exitCodes.misused) {
    super(message)
    this.exitCode = exitCode
  }
}

const unanswered: readonly Code[] = ['NETWORK', 'TIMEOUT', 'ABORTED', 'BAD_RESPONSE'] satisfies ClientCode[]

const advice: Readonly<Partial<Record<Code, string>>> = {
  UNAUTHENTICATED: 'Sign in: kinerja login',
  BAD_RESPONSE: 'Is the URL right? It ends in /graphql.',
  NETWORK: 'Is the URL right, and is the server there?',
}

/** An error as lines to print and a code to exit with; what nobody has foreseen is thrown. */
export const explain = (error: unknown): { readonly lines: readonly string[]; readonly exitCode: number } => {
  if (error instanceof Unable) return { lines: [error.message], exitCode: error.exitCode }
  if (error instanceof TreeError) return { lines: [error.message], exitCode: exitCodes.refused }
  if (!ApiError.is(error)) throw error
  const { code, status, requestId, errors, message } = error
  const told = errors.length > 0 ? errors.map((each) => `${each.code}: ${each.message}`) : [message]
  const isUnanswered = unanswered.includes(code) && !(code === 'TIMEOUT' && status !== null)
  const help = [advice[code], code === 'INTERNAL' && requestId && `Quote ${requestId} when you report it.`]
  return {
    lines: [...told, ...help.filter((line) => typeof line === 'string')],
    exitCode: isUnanswered ? exitCodes.unanswered : exitCodes.refused,
  }
}
