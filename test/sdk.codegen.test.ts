import { generate } from '@graphql-codegen/cli'
import { build } from 'esbuild'
import { expect, test } from 'vitest'
import { type PresetConfig, preset } from '../sdk/graphql.ts'
import { compile } from './compile.ts'
import { makeDistrict } from './district.ts'

const documents = `
  # Plans with what they are about.
  query lateness($period: String, $first: Int, $after: String) {
    plans(filter: { period: $period, late: true }, first: $first, after: $after) {
      nodes { id status submittedAt assignment { ...PostCard } }
      pageInfo { hasNextPage endCursor }
    }
  }
  query nameOf($id: ID!) { person(id: $id) { name } }
  subscription heard($after: String) { notified(after: $after) { cursor notification { kind } } }`

/** What the preset prints for these documents, as codegen runs it. */
async function print(presetConfig: PresetConfig = {}): Promise<string> {
  const [file] = await generate(
    {
      schema: 'sdk/generated/schema.graphql',
      documents: [documents, 'sdk/generated/fragments.graphql'],
      generates: { 'test/own.ts': { preset, presetConfig } },
      silent: true,
    },
    false,
  )
  return file?.content ?? ''
}

const program = `
  import type { Client, Open, PlanStatus } from '../sdk/index.ts'
  import { heardOperation, latenessOperation, nameOfOperation } from './own.ts'

  export async function use(client: Client): Promise<unknown> {
    for await (const plan of client.run(latenessOperation, { period: '2024-S1' })) {
      const status: Open<PlanStatus> = plan.status
      const at: Date | null = plan.submittedAt
      const school: string | undefined = plan.assignment.school?.name
      return [status, at, school]
    }
    for await (const event of client.run(heardOperation)) return event.notification?.kind
    // @ts-expect-error There is no such variable.
    client.run(nameOfOperation, { nip: '1' })
    const result = await client.run(nameOfOperation, { id: 'per_1' }).result()
    return result.ok ? result.data?.name : result.error.code
  }`

test('operations of own documents are typed as those of the package', async () => {
  const own = await print({ package: '../sdk/index.ts' })
  expect(compile({ 'test/own.ts': own, 'test/program.ts': program })).toEqual([])
})

test('operations of own documents are sent and read as those of the package', async () => {
  const stdin = {
    contents: await print({ package: '../sdk/index.ts' }),
    resolveDir: import.meta.dirname,
    loader: 'ts' as const,
  }
  const { outputFiles } = await build({ stdin, bundle: true, format: 'esm', platform: 'browser', write: false })
  const own = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0]?.text ?? '')}`)
  const district = await makeDistrict()
  const sari = await district.signIn('Sari')
  expect(await sari.run(own.nameOfOperation, { id: district.person('Sari') })).toEqual({ name: 'Sari' })
  expect(await sari.run(own.latenessOperation).toArray({ limit: 10 })).toEqual([])
})

test('what is printed imports from the package alone', async () => {
  expect(new Set([...(await print()).matchAll(/ from '(.*)'/g)].map(([, from]) => from))).toEqual(
    new Set(['@kinerja/sdk']),
  )
})
