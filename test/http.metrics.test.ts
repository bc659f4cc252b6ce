import { expect, test } from 'vitest'
import { createClient } from '../sdk/index.ts'
import { type Server, startServer } from './support.ts'

async function whileRunning(settings: Parameters<typeof startServer>[0], work: (server: Server) => Promise<void>) {
  const server = await startServer(settings)
  try {
    await work(server)
  } finally {
    await server.stop()
  }
}

const read = async ({ url }: Server, headers: Record<string, string> = {}) => {
  const response = await fetch(new URL('/metrics', url), { headers })
  return { status: response.status, text: await response.text() }
}

test('requests are counted by kind, code and status, beside the pool, the statements and the process', () =>
  whileRunning({}, async (server) => {
    const client = createClient({ url: server.url })
    for (let time = 0; time < 3; time++) await client.periods()
    await client.schools().catch(() => undefined)
    await fetch(new URL('/nowhere/1985', server.url))
    const { status, text } = await read(server)
    expect(status).toBe(200)
    const count = (labels: string) => text.match(new RegExp(`^kinerja_requests_total\\{${labels}\\} (\\d+)$`, 'm'))?.[1]
    expect(count('route="/graphql",operation="query",code="OK",status="200"')).toBe('3')
    expect(count('route="none",operation="none",code="NOT_FOUND",status="404"')).toBe('1')
    expect(text).toMatch(/code="UNAUTHENTICATED"/)
    expect(text).toMatch(/^kinerja_request_seconds_count\{route="\/graphql",operation="query"\} 4$/m)
    // what the server does by itself may have all of them at the moment
    await expect.poll(async () => (await read(server)).text).toMatch(/^kinerja_pool_connections\{state="idle"\} [1-9]/m)
    expect(text).toMatch(/^kinerja_statements_prepared [1-9]/m)
    expect(text).toMatch(/^process_resident_memory_bytes \d+/m)
    expect(text).not.toContain('periods')
  }))

test('without a token only this machine reads them, and no proxy on it', () =>
  whileRunning({}, async (server) => {
    expect(await read(server)).toMatchObject({ status: 200 })
    for (const header of ['x-forwarded-for', 'forwarded']) {
      const { status, text } = await read(server, { [header]: 'for=127.0.0.1' })
      expect({ status, code: JSON.parse(text).errors[0].extensions.code }).toEqual({ status: 403, code: 'FORBIDDEN' })
    }
  }))

test('with a token only who has it reads them', () =>
  whileRunning({ metricsToken: 'as long as it should be' }, async (server) => {
    expect(await read(server)).toMatchObject({ status: 403 })
    expect(await read(server, { authorization: 'Bearer as long as it should b' })).toMatchObject({ status: 403 })
    expect(await read(server, { authorization: 'Bearer as long as it should be' })).toMatchObject({ status: 200 })
  }))
