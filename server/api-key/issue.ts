import { LockMode } from '@mikro-orm/core'
import type { EntityManager } from '@mikro-orm/postgresql'
import { v7 as newId } from 'uuid'
import { forbidden, may, mayGrant } from '../access/permission.ts'
import type { MutationName } from '../access/policy.ts'
import type { Viewer } from '../access/viewer.ts'
import { conflict, Refusal } from '../errors.ts'
import { Office } from '../organisation/organisation.ts'
import { relationsTo } from '../person/office-admin.ts'
import { Person } from '../person/person.ts'
import { ApiKey, isLive } from './api-key.ts'
import type { Grant } from './grant.ts'
import { hashOf, hintOf, newSecret } from './secret.ts'

/** A new key, and the secret that nobody will see again. */
export interface Issued {
  readonly key: string
  readonly secret: string
}

/** Makes a key. */
export async function createApiKey(em: EntityManager, viewer: Viewer, grant: Grant, now: Date): Promise<Issued> {
  const relations = await relationsTo(grant.office, viewer, em)
  if (!may('createApiKey', relations)) throw forbidden('You may give API keys of your own office only.')
  if (!mayGrant(grant.scopes, relations)) throw notGranted()
  const office = await em.findOne(Office, grant.office)
  if (!office) throw new Refusal('NOT_FOUND', 'There is no such office.')
  return issue(em, viewer, { ...grant, office }, now)
}

/** Makes a second key beside one that is live; the first stays. */
export async function rotateApiKey(em: EntityManager, viewer: Viewer, id: string, now: Date): Promise<Issued> {
  const { key, relations } = await find(em, viewer, 'rotateApiKey', id)
  if (!mayGrant(key.scopes, relations)) throw notGranted()
  if (!isLive(key, now)) throw conflict('This key has ended: create a new one.')
  const live = await em.count(ApiKey, { family: key.family, revokedAt: null, expiresAt: { $gt: now } })
  if (live > 1) throw conflict('Two of these keys are live: revoke the old one first.')
  const lifetime = key.expiresAt.getTime() - key.createdAt.getTime()
  const { name, office, scopes, documentsOnly, family } = key
  const expiresAt = new Date(now.getTime() + lifetime)
  return issue(em, viewer, { name, office, scopes, documentsOnly, expiresAt }, now, family)
}

/** Ends a key; the end of one that was revoked before stays as it is. */
export async function revokeApiKey(
  em: EntityManager,
  viewer: Viewer,
  id: string,
  now: Date,
): Promise<Pick<Issued, 'key'>> {
  const { key } = await find(em, viewer, 'revokeApiKey', id)
  key.revokedAt ??= now
  return { key: id }
}

async function find(em: EntityManager, viewer: Viewer, mutation: MutationName, id: string) {
  // whoever changes it at the same time waits, and then sees what was done
  const key = await em.findOne(ApiKey, id, { lockMode: LockMode.PESSIMISTIC_WRITE })
  const relations = key ? await relationsTo(key.office.code, viewer, em) : []
  if (!key || !may(mutation, relations)) throw new Refusal('NOT_FOUND', 'There is no such API key that you may see.')
  return { key, relations }
}

type Given = Pick<ApiKey, 'name' | 'office' | 'scopes' | 'expiresAt' | 'documentsOnly'>

function issue(em: EntityManager, viewer: Viewer, given: Given, now: Date, family?: string): Issued {
  const id = newId()
  const secret = newSecret(id)
  const { name, office, scopes, expiresAt, documentsOnly } = given
  em.create(ApiKey, {
    id,
    family: family ?? id,
    name,
    office,
    scopes,
    expiresAt,
    documentsOnly,
    hint: hintOf(id),
    hash: hashOf(secret),
    createdAt: now,
    createdBy: viewer.person ? em.getReference(Person, viewer.person) : null,
    lastUsedAt: null,
    revokedAt: null,
  })
  return { key: id, secret }
}

const notGranted = () => forbidden('Among these scopes is one that only operators give.')
