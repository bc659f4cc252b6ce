#!/usr/bin/env node
import { createClient } from '../client.ts'
import manifest from '../package.json' with { type: 'json' }
import { readLogin, readLogout, readQuery, readTree } from './arguments.ts'
import { exitCodes, explain, Unable } from './failure.ts'
import { login } from './login.ts'
import { print } from './output.ts'
import { progressOn } from './progress.ts'
import { query } from './query.ts'
import { currentSession, dropSession } from './session.ts'
import { tree } from './tree.ts'
import { usage } from './usage.ts'

const progress = progressOn(process.stderr)

const commands: Readonly<Record<string, (args: readonly string[]) => Promise<void>>> = {
  async login(args) {
    process.stderr.write(`${await login(readLogin(args))}\n`)
  },
  async logout(args) {
    readLogout(args)
    await dropSession()
  },
  async query(args) {
    const { options, out, ...given } = readQuery(args)
    const client = createClient(await currentSession(given))
    await print(query(client, options, progress), out)
  },
  async tree(args) {
    const { options, out, ...given } = readTree(args)
    const client = createClient(await currentSession(given))
    await print(tree(client, options, progress), out)
  },
}

const run = async ([name = '', ...args]: readonly string[]): Promise<void> => {
  const options = [name, ...args]
  if (options.includes('--help') || options.includes('-h')) return void process.stdout.write(usage)
  if (name === '--version') return void process.stdout.write(`${manifest.version}\n`)
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) throw new Unable(name === '' ? usage : `There is no command ${JSON.stringify(name)}.\n\n${usage}`)
  await command(args)
}

process.once('SIGINT', () => process.exit(exitCodes.interrupted))

try {
  await run(process.argv.slice(2))
} catch (error) {
  const { lines, exitCode } = explain(error)
  progress.end()
  process.stderr.write(lines.map((line) => `kinerja: ${line}\n`).join(''))
  process.exitCode = exitCode
}
progress.end()
