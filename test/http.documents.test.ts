import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { operations } from '../sdk/index.ts'
import { readManifest, TrustedDocuments } from '../server/http/documents.ts'
import { type Server, startServer } from './support.ts'

let free: Server
let strict: Server

beforeAll(async () => {
  free = await startServer()
  strict = await startServer({ trustedDocumentsOnly: true })
})
afterAll(() => Promise.all([free.stop(), strict.stop()]))
