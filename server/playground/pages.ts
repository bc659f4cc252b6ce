import { createReadStream, existsSync, readdirSync, statSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { extname, join } from 'node:path'
import { Refusal } from '../errors.ts'
import { type Exchange, pathOf, type Reply } from '../http/exchange.ts'
import type { Route } from '../http/routes.ts'

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
}

// the editor writes its own styles and makes its workers' addresses; nothing comes from elsewhere
const policy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

interface Page {
  readonly path: string
  readonly bytes: number
  /** The same, compressed, where that was worth it. */
  readonly gzip: { readonly path: string; readonly bytes: number } | undefined
}

/** The pages that `npm run build:playground` has built, as they are sent. */
export class Pages {
  private readonly files: ReadonlyMap<string, Page>

  constructor(folder: string) {
    this.files = filesIn(folder)
  }

  /** Whether a browser wants to show what is at an address, rather than a program read it. */
  wanted({ method, headers }: IncomingMessage): boolean {
    return method === 'GET' && /^text\/html\b/.test(headers.accept ?? '')
  }

  /** A file by its name, which cannot lead out of the folder. */
  send(name: string, { headers }: IncomingMessage): Reply {
    const page = this.files.get(name)
    if (!page) throw missing(this.files.size)
    const compressed = /\bgzip\b/.test(String(headers['accept-encoding'] ?? '')) ? page.gzip : undefined
    const { path, bytes } = compressed ?? page
    return {
      status: 200,
      headers: {
        'content-type': mediaTypes[extname(name)] ?? 'application/octet-stream',
        'content-security-policy': policy,
        // names change with what is in a file, except those of pages
        'cache-control': name.endsWith('.html') ? 'no-cache' : 'public, max-age=31536000, immutable',
        vary: 'Accept, Accept-Encoding, Origin',
        ...(compressed && { 'content-encoding': 'gzip' }),
      },
      text: '',
      pieces: createReadStream(path),
      bytes,
    }
  }

  /** `/explore`, and what the pages load. */
  routes(): readonly Route[] {
    return [
      {
        path: '/explore',
        methods: ['GET'],
        handle: async ({ request }: Exchange) => this.send('explore.html', request),
      },
      {
        path: '/playground/:id',
        methods: ['GET'],
        handle: async ({ request }: Exchange) => this.send(pathOf(request.url).slice('/playground/'.length), request),
      },
    ]
  }
}

function filesIn(folder: string): Map<string, Page> {
  if (!existsSync(folder)) return new Map()
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
  const sized = (name: string) => ({ path: join(folder, name), bytes: statSync(join(folder, name)).size })
  return new Map(
    names
      .filter((name) => !name.endsWith('.gz'))
      .map((name) => [name, { ...sized(name), gzip: names.includes(`${name}.gz`) ? sized(`${name}.gz`) : undefined }]),
  )
}

const missing = (files: number) =>
  files > 0
    ? new Refusal('NOT_FOUND', 'There is no such page: the playground is at /graphql.', 404)
    : new Refusal('NOT_FOUND', 'The playground is not built here: npm run build:playground builds it.', 404)
