import { open } from 'node:fs/promises'
import type { Pool } from 'pg'
import type { Logger } from 'pino'
import { v7 as newId } from 'uuid'
import { Refusal } from '../../errors.ts'
import { headBytes, type MediaType, mediaTypeOf, tailBytes } from './media-type.ts'
import type { Received } from './receive.ts'
import type { Storage } from './storage.ts'

/** So many files of one person may wait to be attached. */
const mostWaiting = 100

/** What is answered about a file. */
export interface Kept {
  readonly sha256: string
  readonly mediaType: MediaType
  readonly bytes: number
}

/** A file that can be given. */
export interface Given extends Kept {
  readonly key: string
  /** Whose evidence it is: the key of the person. */
  readonly owner: string
}

const countWaiting = `
  select count(*)::int as waiting from evidence_file file
  where person_id = $1 and not exists (select from evidence where file_id = file.id)`

const claim = `
  insert into evidence_file as file (id, person_id, sha256, media_type, bytes, at) values ($1, $2, $3, $4, $5, now())
  on conflict (person_id, sha256) do update set at = excluded.at
  returning id, stored_at is not null as stored`

const confirm = 'update evidence_file set stored_at = now() where id = $1 returning id'

const find = `
  select file.id as key, file.sha256, file.media_type as "mediaType", file.bytes, assignment.person_id as owner
  from evidence join plan on plan.id = evidence.plan_id join assignment on assignment.id = plan.assignment_id
  join evidence_file file on file.id = evidence.file_id
  where evidence.id = $1 and file.stored_at is not null`

// what is being attached is locked, and stays
const doubt = `
  update evidence_file set stored_at = null where id in (
    select id from evidence_file file
    where at < now() - interval '24 hours' and not exists (select from evidence where file_id = file.id)
    order by at limit 100 for update skip locked)
  returning id`

const stillIdle = `
  select from evidence_file where id = $1 and stored_at is null and at < now() - interval '24 hours' for update`
const forget = 'delete from evidence_file where id = $1'

/** The files that people have sent: rows that say whose they are, and a store that has their bytes. */
export class Files {
  private readonly pool: Pool
  private readonly storage: Storage

  constructor(pool: Pool, storage: Storage) {
    this.pool = pool
    this.storage = storage
  }

  /** Refuses who has sent much and attached nothing of it. */
  async checkRoom(person: string): Promise<void> {
    const { rows } = await this.pool.query<{ waiting: number }>(countWaiting, [person])
    if ((rows[0]?.waiting ?? 0) < mostWaiting) return
    const message = `You have ${mostWaiting} files that are attached to nothing: attach them, or wait a day until they are forgotten.`
    throw new Refusal('CONFLICT', message, 409)
  }

  /** Keeps a file for a person, once: what he has sent before is known by its content. */
  async keep(person: string, { path, bytes, sha256 }: Received, signal: AbortSignal): Promise<Kept> {
    const mediaType = await sniff(path, bytes)
    // the row comes first: whatever breaks then, the store has nothing that no row tells of
    const { rows } = await this.pool.query<{ id: string; stored: boolean }>(claim, [
      newId(),
      person,
      sha256,
      mediaType,
      bytes,
    ])
    const [claimed] = rows
    if (!claimed) throw new Error('a file without a row')
    if (!claimed.stored) {
      await this.storage.put(claimed.id, path, signal)
      await this.pool.query(confirm, [claimed.id])
    }
    return { sha256, mediaType, bytes }
  }

  /** The file of a piece of evidence, by its key, whoever asks; undefined where it has none. */
  async find(evidence: string): Promise<Given | undefined> {
    const { rows } = await this.pool.query<Given>(find, [evidence])
    return rows[0]
  }

  /** The bytes of a file. */
  read({ key }: Pick<Given, 'key'>, signal: AbortSignal) {
    return this.storage.get(key, signal)
  }

  /** Forgets files that were attached to nothing within a day, and those that never arrived whole. */
  async sweep(): Promise<void> {
    // whoever sends such a file again from now on has it stored again
    const { rows } = await this.pool.query<{ id: string }>(doubt)
    for (const { id } of rows) await this.forget(id)
  }

  // whoever sends it again meanwhile waits, and then begins a new one
  private async forget(id: string): Promise<void> {
    const client = await this.pool.connect()
    try {
      await client.query('begin')
      if ((await client.query(stillIdle, [id])).rowCount) {
        await this.storage.remove(id)
        await client.query(forget, [id])
      }
      await client.query('commit')
    } catch (error) {
      await client.query('rollback')
      throw error
    } finally {
      client.release()
    }
  }
}

const every = 600_000

/** Sweeps every ten minutes until it is stopped. */
export function startSweeping(files: Files, log: Pick<Logger, 'warn'>): () => void {
  const sweep = () => files.sweep().catch((err: unknown) => log.warn({ err }, 'files are not swept'))
  const timer = setInterval(sweep, every).unref()
  return () => clearInterval(timer)
}

async function sniff(path: string, bytes: number): Promise<MediaType> {
  const file = await open(path)
  try {
    const part = async (position: number, length: number) =>
      (await file.read(Buffer.alloc(length), 0, length, position)).buffer
    const head = await part(0, Math.min(bytes, headBytes))
    const tail = await part(Math.max(0, bytes - tailBytes), Math.min(bytes, tailBytes))
    const type = mediaTypeOf(head, tail)
    if (type) return type
  } finally {
    await file.close()
  }
  throw new Refusal(
    'BAD_REQUEST',
    'The file is not a PDF, JPEG or PNG, or is something else as well: save it anew.',
    415,
  )
}
