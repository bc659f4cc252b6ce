import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import type { ClientBase } from 'pg'
import { type CopyStreamQuery, from as copyFrom } from 'pg-copy-streams'
import { v7 as newId } from 'uuid'
import type { Delivery } from './delivery.ts'

/** Takes rows into the temporary table `delivery`. */
export interface Staging {
  add(line: number, values: readonly (string | null)[]): void
  /** Sends what has gathered; waits if the database is slower than the file. */
  send(): Promise<void>
  /** Ends a COPY, so that the connection is free for other statements. */
  rest(): Promise<void>
}

const special = /[\\\t\n\r]/g
const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

/** Makes the temporary table `delivery` with the columns of a file; rows stream into it by COPY. */
export async function openStaging(client: ClientBase, { columns, merge }: Delivery): Promise<Staging> {
  const names = Object.keys(columns).map((name) => `"${name}"`)
  const types = Object.values(columns).map(({ type }) => (type === 'text' ? 'text collate "C"' : type))
  const definitions = names.map((name, index) => `${name} ${types[index]}`)
  await client.query(`create temporary table delivery (line int, id uuid, ${definitions.join(', ')}) on commit drop`)
  // ids ascend in the order of the file, which keeps neighbours together on disk
  const hasId = 'id' in merge.identity
  const text = `copy delivery (line, id, ${names.join(', ')}) from stdin`
  let gathered = ''
  let copy: Copy | undefined

  async function send(): Promise<void> {
    if (!gathered) return
    copy ??= openCopy(client, text)
    const bytes = Buffer.from(gathered)
    gathered = ''
    // pieces after an error would make the stream throw another
    if (copy.error) throw copy.error
    if (!copy.stream.write(bytes)) await Promise.race([once(copy.stream, 'drain'), copy.done])
  }

  return {
    add(line, values) {
      gathered += `${line}\t${hasId ? newId() : '\\N'}\t${values.map(copyText).join('\t')}\n`
    },
    send,
    async rest() {
      await send()
      copy?.stream.end()
      await copy?.done
      copy = undefined
    },
  }
}

interface Copy {
  stream: CopyStreamQuery
  done: Promise<void>
  error?: unknown
}

function openCopy(client: ClientBase, text: string): Copy {
  const stream = client.query(copyFrom(text))
  const copy: Copy = { stream, done: finished(stream) }
  // it may break while nobody waits
  copy.done.catch((error: unknown) => {
    copy.error = error
  })
  return copy
}

function copyText(value: string | null): string {
  return value === null ? '\\N' : value.replace(special, (character) => escapes[character] ?? '')
}
