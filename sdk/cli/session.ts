import { chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { Unable } from './failure.ts'

/** Where the server is, and who asks. */
export interface Session {
  readonly url: string
  readonly token: string | undefined
}

const folder = (): string => {
  const { XDG_CONFIG_HOME, APPDATA } = process.env
  return join(XDG_CONFIG_HOME || APPDATA || join(homedir(), '.config'), 'kinerja')
}

const file = (): string => join(folder(), 'session.json')

/** Keeps a session for the next commands, readable for its owner alone. */
export const keepSession = async (session: Session): Promise<void> => {
  await mkdir(folder(), { recursive: true, mode: 0o700 })
  const draft = `${file()}.${process.pid}`
  await writeFile(draft, JSON.stringify(session), { mode: 0o600 })
  await chmod(draft, 0o600)
  await rename(draft, file())
}

/** Forgets it. */
export const dropSession = (): Promise<void> => rm(file(), { force: true })

/** What the arguments, the environment and the last login say, in this order. */
export const currentSession = async (given: { url?: string; token?: string }): Promise<Session> => {
  const kept = await keptSession()
  const { KINERJA_URL, KINERJA_TOKEN } = process.env
  const url = given.url ?? (KINERJA_URL || kept?.url)
  if (url === undefined) throw new Unable('Say where the server is: kinerja login --url https://…/graphql')
  if (!(URL.canParse(url) && /^https?:/.test(url))) throw new Unable('--url is an address: https://…/graphql')
  // A token goes to the server that it was given for.
  return { url, token: given.token ?? (KINERJA_TOKEN || (kept?.url === url ? kept.token : undefined)) }
}

const keptSession = async (): Promise<Session | undefined> => {
  try {
    return JSON.parse(await readFile(file(), 'utf8'))
  } catch {
    return undefined
  }
}
