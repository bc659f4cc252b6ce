import type { Asked, ListArguments, Rules } from './asked.ts'
import { holds, today } from './day.ts'
import { texts } from './names.ts'
import { officeUnder } from './organisation.ts'
import { type Order, page } from './page.ts'
import type { Random } from './random.ts'
import { seesPerson } from './sight.ts'
import type { ApiKey, Office, Person } from './world.ts'

/** A few keys for each office, made by somebody or by an operator, used or not, ended or not. */
export function drawApiKeys(random: Random, offices: readonly Office[], people: readonly Person[]): ApiKey[] {
  const moment = () => `202${random.below(10)}-0${1 + random.below(9)}-28T23:59:59.0${random.digits(2)}Z`
  return [...offices, ...offices].map(({ code }, index) => ({
    type: 'ApiKey',
    id: `key_0198000${index}-0000-7000-8000-${random.digits(12, 16)}`,
    name: random.pick(texts) || 'Dapodik',
    hint: `kinerja_live_${index}_`,
    scopes: random.chance(50) ? ['PLAN_READ'] : ['IMPORT_WRITE', 'SUPERVISION_READ'],
    officeCode: code,
    documentsOnly: random.chance(50),
    createdAt: moment(),
    createdById: random.chance(70) ? random.pick(people).id : null,
    expiresAt: moment(),
    lastUsedAt: random.chance(50) ? moment() : null,
    revokedAt: random.chance(50) ? moment() : null,
  }))
}

/** Operators see every key; whoever administers an office today, its keys and those of the offices below it. */
export function seesApiKey({ officeCode }: ApiKey, { world, viewer }: Asked): boolean {
  if (viewer?.role === 'OPERATOR') return true
  return world.assignments.some(
    (post) =>
      post.position === 'OFFICE_ADMIN' &&
      post.personId === viewer?.person &&
      holds(post, today) &&
      officeUnder(world, officeCode, `off_${post.officeCode}`),
  )
}

/** Newest first. */
export const apiKeyOrder: Order<ApiKey> = { name: 'newest first', keys: ({ id }) => [id], descending: true }

interface ApiKeys extends ListArguments {
  readonly office?: string | null
}

/** The keys of programs. */
export const apiKeyRules: Rules = {
  Query: {
    apiKeys: (_: unknown, { office, first, after }: ApiKeys, asked) => {
      const found = asked.world.apiKeys
        .filter((key) => seesApiKey(key, asked))
        .filter(({ officeCode }) => office == null || officeUnder(asked.world, officeCode, office))
      return page(asked.field, found, apiKeyOrder, first ?? 0, after)
    },
  },
  ApiKey: {
    office: ({ officeCode }: ApiKey, _: unknown, { world }) => world.offices.find(({ code }) => code === officeCode),
    createdBy: ({ createdById }: ApiKey, _: unknown, asked) =>
      asked.world.people.find((person) => person.id === createdById && seesPerson(person, asked)),
  },
}
