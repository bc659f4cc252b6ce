import { FlushMode } from '@mikro-orm/core'
import type { EntityManager } from '@mikro-orm/postgresql'
import type { Pool } from 'pg'
import { setOrganisationPredicate } from '../../appraisal/organisation.ts'
import { type Entry, recordAll } from '../../audit/record.ts'
import type { Database } from '../../database/database.ts'
import type { Files } from '../../evidence/file/files.ts'
import { OrganisationGrade } from '../../generated/schema.ts'
import { Plan } from '../../plan/plan.ts'
import { createRandom } from '../random.ts'
import { type Act, personal } from './act.ts'
import { calendars } from './calendar.ts'
import { castOf, headOf } from './cast.ts'
import { actsOf } from './courses.ts'
import { Shelf } from './shelf.ts'

/** A story: which office it is of, and until when it is told. */
export interface Story {
  readonly office: string
  readonly seed: number
  readonly until: Date
}

/**
 * Lets the people of an office go through four periods, by the mutations that they would send, each on its day. All of it is one
 * transaction: a story that breaks off has not begun.
 */
export async function tellStory(
  { orm, pool }: Pick<Database, 'orm' | 'pool'>,
  files: Files,
  story: Story,
): Promise<void> {
  const shelf = new Shelf()
  const acts = await actsOfStory(pool, story, shelf)
  await shelf.send(files)
  await orm.em.fork().transactional(
    async (em) => {
      // another server that starts at the same time waits, and then finds it told
      await em.execute(`select pg_advisory_xact_lock(hashtext('kinerja story'))`)
      if (!(await em.count(Plan))) await play(em, acts)
    },
    { flushMode: FlushMode.COMMIT },
  )
}

/** All acts of a story, in their order; the same people and the same seed give the same acts. */
export async function actsOfStory(
  pool: Pick<Pool, 'query'>,
  { office, seed, until }: Story,
  shelf: Shelf,
): Promise<readonly Act[]> {
  const [posts, head] = await Promise.all([castOf(pool, office), headOf(pool, office)])
  const random = createRandom(seed)
  const acts = [...posts.flatMap((post) => [...actsOf(post, head, random, shelf)]), ...predicates(office, head)]
  return acts.filter(({ at }) => at <= until).toSorted((one, other) => one.at.getTime() - other.at.getTime())
}

async function play(em: EntityManager, acts: readonly Act[]): Promise<void> {
  for (const batch of batchesOf(acts)) {
    // while the database is busy with one, the next is made ready
    const entries = await Promise.all(
      batch.map(async ({ at, viewer, action, type, work }): Promise<Entry> => {
        const subjects = await work(em, viewer, at)
        return { at, viewer, action, type, subjects, requestId: null }
      }),
    )
    await em.flush()
    await recordAll(em, entries)
    em.clear()
  }
}

const most = 50

/** Acts whose changes can be written at once: none reads what another one of them has changed. */
function* batchesOf(acts: readonly Act[]): Generator<readonly Act[]> {
  let batch: Act[] = []
  for (const act of acts) {
    const isFree = act.course !== null && batch.every(({ course }) => course !== null && course !== act.course)
    if (batch.length && (!isFree || batch.length === most)) {
      yield batch
      batch = []
    }
    batch.push(act)
  }
  yield batch
}

/** The head of the office sets the predicate of each period that has ended. */
function* predicates(office: string, head: string): Generator<Act> {
  for (const [period, { predicate }] of Object.entries(calendars))
    yield {
      at: new Date(`${predicate}T08:00:00Z`),
      viewer: personal(head),
      action: 'setOrganisationPredicate',
      type: 'OrganisationPredicate',
      course: null,
      async work(em, viewer, now) {
        const setting = { office, period, grade: OrganisationGrade.GOOD, version: 0 }
        const { owners, organisation } = await setOrganisationPredicate(em, viewer, setting, now)
        return owners.length ? owners : [organisation]
      },
    }
}
