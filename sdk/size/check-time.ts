import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** A project that uses ten operations. */
const program = `
import { createClient } from '@kinerja/sdk'

const client = createClient({ url: '/graphql' })
const office = (await client.offices({ filter: { code: '35.79' } })).nodes[0]
const head = office && (await client.office({ id: office.id }))?.head
const tree = head && (await client.tree({ root: head.id }))
for await (const { person, school } of client.teachers({ filter: { employment: ['PPPK'] } })) console.log(person.name, school?.name)
const schools = await client.schools().toArray({ limit: 10 })
const staff = await client.schoolStaff({ school: schools[0]?.id ?? '' })
const viewer = await client.viewer()
const periods = await client.periods()
const person = await client.person({ id: 'per_1' }).result()
const assignment = await client.assignment({ id: 'asg_1' })
for await (const { notification } of client.notified()) console.log(notification?.kind)
console.log(tree?.size, staff.nodes, viewer?.role, periods, person.ok && person.data?.name, assignment?.supervisor?.name)
`

const options = {
  target: 'es2022',
  module: 'preserve',
  lib: ['es2022', 'dom', 'esnext.disposable'],
  types: [],
  strict: true,
  // As `tsc --init` has it: else the time is that of the browser's own declarations.
  skipLibCheck: true,
  noEmit: true,
}

/** Seconds that the compiler checks a project of ten operations. */
export const checkTime = async (project: string, tsc: string): Promise<number> => {
  await writeFile(join(project, 'ten.ts'), program)
  await writeFile(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions: options, files: ['ten.ts'] }))
  const { stdout } = await promisify(execFile)(process.execPath, [tsc, '-p', project, '--extendedDiagnostics'])
  return Number(/^Check time:\s+([\d.]+)s$/m.exec(stdout)?.[1])
}
