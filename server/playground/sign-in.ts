import type { Pool } from 'pg'
import { createAuthorization } from '../access/issuer.ts'
import type { Oidc } from '../config.ts'
import { Refusal } from '../errors.ts'
import { type Exchange, json, type Reply } from '../http/exchange.ts'
import { byOwnName } from '../http/near.ts'
import type { Route } from '../http/routes.ts'
import { type Persona, peopleToBecome } from './people.ts'

interface Parts {
  readonly pool: Pool
  readonly authSecret: string
  readonly production: boolean
  readonly oidc: Oidc | undefined
}

/** How one signs in to the pages. */
export interface WaysIn {
  /** Whom a developer may become; empty in production. */
  readonly people: readonly Persona[]
  /** Where people are sent, and what the issuer calls us; null where nobody signs in by OpenID Connect. */
  readonly issuer: { readonly authorization: string; readonly client: string } | null
}

/** `/playground/people` tells how one signs in. Tokens of others are told to a developer's own machine alone. */
export function signInRoutes({ pool, authSecret, production, oidc }: Parts): readonly Route[] {
  const authorization = oidc && createAuthorization(oidc.issuer)
  const handle = async ({ request }: Exchange): Promise<Reply> => {
    if (!production && !byOwnName(request))
      throw new Refusal('FORBIDDEN', 'Whom one may become is told to the machine itself: open localhost there.', 403)
    const people = production ? [] : await peopleToBecome(pool, authSecret)
    const address = await authorization?.()
    const issuer = oidc && address ? { authorization: address.href, client: oidc.audience } : null
    return json(200, { people, issuer } satisfies WaysIn)
  }
  return [{ path: '/playground/people', methods: ['GET'], handle }]
}
