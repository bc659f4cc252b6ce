import { readFileSync } from 'node:fs'
import { arch, cpus, platform, release, totalmem } from 'node:os'
import type { Pool } from 'pg'

/** On what was measured: processor, memory, system, versions. */
export async function machine(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ version: string; buffers: string; assignments: string }>(
    `select current_setting('server_version') as version, current_setting('shared_buffers') as buffers,
       (select count(*) from assignment) as assignments`,
  )
  const { version, buffers, assignments } = rows[0] ?? {}
  const [processor] = cpus()
  return [
    `${processor?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB; ${platform()} ${release()} ${arch()}`,
    `Node ${process.versions.node}, PostgreSQL ${version} (shared_buffers ${buffers}), PostGraphile ${versionOf('postgraphile')}, Apollo Server ${versionOf('@apollo/server')}`,
    `${Number(assignments).toLocaleString('en')} assignments`,
  ]
}

function versionOf(name: string): string {
  for (const file of ['../postgraphile/package.json', '../../../package.json']) {
    const { dependencies } = JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')) as {
      dependencies: Record<string, string>
    }
    if (dependencies[name]) return dependencies[name]
  }
  return '–'
}
