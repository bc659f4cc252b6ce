import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { lintSource } from '@secretlint/core'
import { creator } from '@secretlint/secretlint-rule-preset-recommend'
import { beforeEach, expect, test, vi } from 'vitest'

const config = { rules: [{ id: '@secretlint/secretlint-rule-preset-recommend', rule: creator }] }

// each mark of its time is looked for among all the others, which takes longer than all else
beforeEach(() => void vi.spyOn(performance, 'mark').mockReturnValue({} as never))

/** What looks like a secret in a text, as the rule that found it. */
async function secretsIn(filePath: string, content: string): Promise<string[]> {
  const ext = filePath.slice(filePath.lastIndexOf('.'))
  const { messages } = await lintSource({
    source: { filePath, content, ext, contentType: 'text' },
    options: { config, maskSecrets: true },
  })
  // a token that is signed
  const tokens = content.match(/\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{20,}/g) ?? []
  return [
    ...messages.map(({ ruleId, loc }) => `${filePath}:${loc.start.line} ${ruleId}`),
    ...tokens.map(() => `${filePath} token`),
  ]
}

test('C13: no file of the repository holds a secret', async () => {
  const files = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' }).split('\0').filter(Boolean)
  const found = await Promise.all(files.map((file) => secretsIn(file, readFileSync(file, 'utf8'))))
  expect(found.flat()).toEqual([])
})

test('C13: a secret is found where there is one', async () => {
  // in pieces, so that this file holds none itself
  const [begin, end] = ['BEGIN', 'END'].map((word) => `-----${word} RSA PRIVATE KEY-----`)
  const key = [begin, 'MIIEpAIBAAKCAQEA'.repeat(20), end].join('\n')
  const database = `postgres://kinerja:${'s3cr3tpassw0rd'}@db.kinerja.id:5432/kinerja`
  const forge = `ghp_${'a1B2c3D4e5F6g7H8i9'.repeat(2)}`
  const token = ['eyJhbGciOiJIUzI1NiJ9', 'eyJyb2xlIjoiT1BFUkFUT1IifQ', 'x'.repeat(43)].join('.')
  for (const secret of [key, database, forge, token]) {
    expect(await secretsIn('a.ts', `const secret = '${secret}'\n`), secret).toHaveLength(1)
  }
})
