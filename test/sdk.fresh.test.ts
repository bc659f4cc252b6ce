import { execFile, spawn } from 'node:child_process'
import { cp, mkdir, symlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { Browser } from 'happy-dom'
import { preview } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signToken } from '../server/access/token.ts'
import { makeDistrict } from './district.ts'
import { installPackage } from './sdk/package.ts'
import { secret, server } from './support.ts'

let installed: Awaited<ReturnType<typeof installPackage>>

beforeAll(async () => {
  installed = await installPackage()
})

afterAll(() => installed.remove())

/** A new app outside the repository with the packed package; other packages are those of the repository, so that no network is needed. */
async function makeApp(name: string, others: readonly string[]): Promise<string> {
  const app = join(installed.project, name)
  await cp(join('test/fresh', name), app, { recursive: true })
  await promisify(execFile)('npm', ['install', '--offline', '--no-audit', '--no-fund', installed.tarball], { cwd: app })
  for (const other of others) {
    const place = join(app, 'node_modules', other)
    await mkdir(dirname(place), { recursive: true })
    await symlink(join(process.cwd(), 'node_modules', other), place, 'dir')
  }
  return app
}

/** Runs a program in an app; what it prints. */
const run = async (app: string, program: readonly string[], environment: Record<string, string> = {}) => {
  const env = { ...process.env, ...environment }
  return (await promisify(execFile)(process.execPath, program, { cwd: app, env }).catch(told)).stdout
}

// A compiler says what is wrong where nobody looks.
const told = ({ message, stdout }: { message: string; stdout: string }): never => {
  throw new Error(`${message}\n${stdout}`)
}

const bin = (path: string) => join(process.cwd(), 'node_modules', path)

const asked = async () => {
  const { office } = await makeDistrict()
  return { url: (await server()).url, token: await signToken(secret, { role: 'OPERATOR' }, 1), office }
}

test('a CommonJS script type-checks and runs', async () => {
  const app = await makeApp('commonjs', ['@types/node', 'undici-types'])
  await run(app, [bin('typescript/bin/tsc')])
  const { url, token, office } = await asked()
  const environment = { KINERJA_URL: url, KINERJA_TOKEN: token, KINERJA_OFFICE: office }
  expect((await run(app, ['ask.js'], environment)).split('\n')).toEqual(['Agus', 'Sari', '0', '1', 'NOT_FOUND', ''])
}, 120_000)

test('the command of the package runs', async () => {
  const app = await makeApp('commonjs', [])
  const { url, token } = await asked()
  const child = spawn(join(app, 'node_modules/.bin/kinerja'), ['query', '-', '--csv'], {
    env: { ...process.env, KINERJA_URL: url, KINERJA_TOKEN: token },
  })
  child.stdin.end('query who { viewer { role } }')
  expect(Buffer.concat(await child.stdout.toArray()).toString()).toBe('viewer.role\r\nOPERATOR\r\n')
}, 120_000)

test('an app of Vite and React type-checks, is built, and shows in a browser what the server says', async () => {
  const app = await makeApp('browser', ['react', 'react-dom', '@types/react', '@types/react-dom', 'vite'])
  await run(app, [bin('typescript/bin/tsc')])
  const { url, token, office } = await asked()
  await run(app, [bin('vite/bin/vite.js'), 'build'], { VITE_URL: url, VITE_TOKEN: token, VITE_OFFICE: office })
  const site = await preview({ root: app, preview: { port: 0, host: 'localhost' }, logLevel: 'silent' })
  const browser = new Browser({
    // its own lacks what React calls
    console,
    settings: { enableJavaScriptEvaluation: true, suppressInsecureJavaScriptEnvironmentWarning: true },
  })
  try {
    const page = browser.newPage()
    await page.goto(site.resolvedUrls?.local[0] ?? '')
    const shown = () => page.mainFrame.document.querySelector('main')?.textContent
    await expect.poll(shown).toMatch(/^Agus at SD Negeri \d+Sari at SD Negeri \d+5 in the treeNotFoundError$/)
  } finally {
    await browser.close()
    await site.close()
  }
}, 120_000)
