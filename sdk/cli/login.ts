import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { createClient } from '../client.ts'
import { exitCodes, Unable } from './failure.ts'
import { currentSession, keepSession } from './session.ts'

/** Keeps URL and token once the server has accepted them; says who signed in. */
export const login = async (given: { url?: string; token?: string }): Promise<string> => {
  const { url } = await currentSession(given)
  const token = (given.token ?? (await askForToken())).trim()
  if (token === '') throw new Unable('There is no token on the standard input.')
  const viewer = await createClient({ url, token }).viewer()
  if (!viewer) throw new Unable('The server does not know this token.', exitCodes.refused)
  await keepSession({ url, token })
  return `Signed in at ${url}: ${viewer.person?.name ?? viewer.role}`
}

const askForToken = async (): Promise<string> => {
  if (!process.stdin.isTTY) return text(process.stdin)
  process.stderr.write('Token: ')
  // What is typed is shown nowhere.
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
  const terminal = createInterface({ input: process.stdin, output: nowhere, terminal: true })
  terminal.on('SIGINT', () => process.exit(exitCodes.interrupted))
  try {
    return await terminal.question('')
  } finally {
    terminal.close()
    process.stderr.write('\n')
  }
}
