import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createApp } from './app.ts'
import { BadConfig, readConfig } from './config.ts'
import { openForServer } from './database/open.ts'
import { explain } from './database/unavailable.ts'
import { storageOf } from './evidence/file/storage-of.ts'
import { greet } from './greeting.ts'
import { createLog } from './log.ts'
import { loadSampleIfEmpty, tellStoryOnce } from './sample/load.ts'

try {
  await serve()
} catch (error) {
  process.stderr.write(`${error instanceof BadConfig ? error.message : explain(error)}\n`)
  process.exitCode = 1
}

async function serve(): Promise<void> {
  const config = readConfig()
  const interruption = interrupted()
  const ended = once(interruption, 'abort')
  const log = createLog(config.logLevel)
  const database = await openForServer(config, {
    prepare: async (owner) => {
      if (config.production) return
      await loadSampleIfEmpty(owner)
      await tellStoryOnce(owner, storageOf(config), {
        begin: () =>
          process.stdout.write(
            'Letting a district go through three years of plans, observations and appraisals, this once …\n',
          ),
      })
    },
    warn: (line) => log.warn(line),
  })
  try {
    if (interruption.aborted) return
    const app = await createApp(database, { ...config, log })
    try {
      app.http.listen(config.port)
      await once(app.http, 'listening')
      const { port } = app.http.address() as AddressInfo
      process.stdout.write(await greet(database, config, `http://localhost:${port}/graphql`))
      await ended
    } finally {
      await app.stop()
    }
  } finally {
    await database.close()
  }
}

/** Aborted at the first Ctrl-C or SIGTERM; a second one ends the process at once. */
function interrupted(): AbortSignal {
  const controller = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (controller.signal.aborted) process.exit(1)
      controller.abort()
    })
  }
  return controller.signal
}
