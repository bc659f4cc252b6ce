import { readFileSync } from 'node:fs'
import type { Viewer } from '../access/viewer.ts'
import { Refusal } from '../errors.ts'
import type { Asked } from './graphql.ts'

/** Texts by id. */
export type Manifest = Readonly<Record<string, string>>

/** The documents of the SDK. */
export const readManifest = (): Manifest =>
  JSON.parse(readFileSync(new URL('../../sdk/generated/documents.json', import.meta.url), 'utf8')) as Manifest

/** Documents that are known in advance, asked for by id: GraphQL over HTTP, appendix A. */
export class TrustedDocuments {
  private readonly texts: ReadonlyMap<string, string>
  private readonly ids: ReadonlyMap<unknown, string>
  private readonly only: boolean

  /** @param only whether nothing else is taken, from anybody */
  constructor(manifest: Manifest, only: boolean) {
    this.texts = new Map(Object.entries(manifest))
    this.ids = new Map(Object.entries(manifest).map(([id, text]) => [text, id]))
    this.only = only
  }

  /** Puts the text in the place of the id. */
  prepare({ search, body }: Asked): Asked {
    return {
      search: search.includes('documentId=') ? this.inSearch(new URLSearchParams(search)) : search,
      body: isObject(body) && 'documentId' in body ? this.inBody(body) : body,
    }
  }

  /** The id of what is asked, be it sent as id or as text; undefined for a document that nobody knows in advance. */
  idOf({ search, body }: Asked): string | undefined {
    return this.ids.get(isObject(body) ? body['query'] : new URLSearchParams(search).get('query'))
  }

  /** Whether a viewer may ask for that. */
  allows(viewer: Viewer | null, documentId: string | undefined): boolean {
    return documentId !== undefined || !(this.only || viewer?.documentsOnly)
  }

  private inBody({ documentId, ...body }: Record<string, unknown>): unknown {
    return { ...body, query: this.text(documentId, body['query']) }
  }

  private inSearch(parameters: URLSearchParams): string {
    const text = this.text(parameters.get('documentId'), parameters.get('query'))
    parameters.delete('documentId')
    parameters.set('query', text)
    return `?${parameters}`
  }

  private text(id: unknown, query: unknown): string {
    const text = typeof id === 'string' ? this.texts.get(id) : undefined
    if (text === undefined)
      throw new Refusal('UNKNOWN_DOCUMENT', 'There is no document with that id: send one of documents.json.', 400)
    if (query !== undefined && query !== null && query !== text)
      throw new Refusal('BAD_REQUEST', 'The id and the text are of two documents: send one of them.', 400)
    return text
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
