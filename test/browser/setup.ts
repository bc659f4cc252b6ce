import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { buildPlayground } from '../../playground/build.ts'
import { forCommands, openDatabase } from '../../server/database/database.ts'
import { storageOf } from '../../server/evidence/file/storage-of.ts'
import { loadSampleIfEmpty, tellStoryOnce } from '../../server/sample/load.ts'
import { administer } from '../administer.ts'
import { startTemplate } from '../engine.setup.ts'
import { startDashboard } from './start-dashboard.ts'
import { today } from './today.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the files of the story are. */
    toldFiles: string
  }
}

/** The pages as they are built, and a template that holds the sample with its story: each test file copies it. */
export async function setup(project: TestProject) {
  const { url: template, serverUrl: asServer, stop } = await startTemplate()
  const dataDirectory = await mkdtemp(join(tmpdir(), 'kinerja-told-'))
  const told = (url: string) => Object.assign(new URL(url), { pathname: '/told' }).href
  const from = new URL(template).pathname.slice(1)
  await administer(template, 'drop database if exists told', `create database told template ${from}`)
  const database = await openDatabase(told(template), forCommands)
  await loadSampleIfEmpty(database)
  await tellStoryOnce(database, storageOf({ dataDirectory, bucket: undefined }), { until: today })
  await database.close()
  await buildPlayground()
  // builds it; each test file has it look at a server of its own
  await (await startDashboard('http://localhost/')).stop()
  project.provide('template', told(template))
  project.provide('templateAsServer', told(asServer))
  project.provide('toldFiles', dataDirectory)
  return async () => {
    await stop()
    await rm(dataDirectory, { recursive: true, force: true })
  }
}
