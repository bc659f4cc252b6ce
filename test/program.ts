import type * as token from '../server/access/token.ts'
import type { Viewer } from '../server/access/viewer.ts'

type Program = Pick<Viewer, 'office' | 'scopes'>

const mark = 'Bearer program '

/** When the keys of programs end. */
export const programsEnd = '2099-12-31T00:00:00.000Z'

/** The headers of a program whose key is for an office and for some scopes, on a server made `withPrograms`. */
export const programHeaders = (program: Program) => ({
  authorization: `${mark}${Buffer.from(JSON.stringify(program)).toString('base64url')}`,
})

/** Lets a test say what a program's key is for, whatever is known of keys: `vi.mock` the module of tokens with it. */
export const withPrograms = (original: typeof token): typeof token => ({
  ...original,
  createAuthentication: (secret) => {
    const viewerOf = original.createAuthentication(secret)
    return async (header) => (header?.startsWith(mark) ? programOf(header) : viewerOf(header))
  },
})

function programOf(header: string): Viewer {
  const { office, scopes }: Program = JSON.parse(Buffer.from(header.slice(mark.length), 'base64url').toString())
  return { role: 'INTEGRATION', person: null, apiKey: null, office, scopes, expiresAt: new Date(programsEnd) }
}
