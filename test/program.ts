import type * as authentication from '../server/access/authentication.ts'
import type { Viewer } from '../server/access/viewer.ts'

type Program = Pick<Viewer, 'office' | 'scopes'>

const mark = 'Bearer program '

/** When the keys of programs end. */
export const programsEnd = '2099-12-31T00:00:00.000Z'

/** The headers of a program whose key is for an office and for some scopes, on a server made `withPrograms`. */
export const programHeaders = (program: Program) => ({
  authorization: `${mark}${Buffer.from(JSON.stringify(program)).toString('base64url')}`,
})

/** Lets a test say what a program's key is for, whatever is known of keys: `vi.mock` the module with it. */
export const withPrograms = (original: typeof authentication): typeof authentication => ({
  ...original,
  createAuthentication: (verifiers) => {
    const viewerOf = original.createAuthentication(verifiers)
    return async (request) => {
      const { authorization: header } = request.headers
      return header?.startsWith(mark) ? programOf(header) : viewerOf(request)
    }
  },
})

function programOf(header: string): Viewer {
  const { office, scopes }: Program = JSON.parse(Buffer.from(header.slice(mark.length), 'base64url').toString())
  const who = { role: 'INTEGRATION', person: null, apiKey: null } as const
  return { ...who, office, scopes, documentsOnly: false, expiresAt: new Date(programsEnd) }
}
