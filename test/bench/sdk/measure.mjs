// Runs one program in this process, and tells as JSON what it took:
//   node measure.mjs teachers/sdk.mjs '{"url":"http://localhost:4000/graphql","token":"…","districts":["are_32.01"],"root":"asg_…"}' [hash]
import { createHash } from 'node:crypto'
import { subscribe } from 'node:diagnostics_channel'

const [program, settings, hashes] = process.argv.slice(2)
const { read } = await import(new URL(program, import.meta.url))

const sockets = new Set()
let requests = 0
const encodings = new Set()
subscribe('undici:client:connected', ({ socket }) => sockets.add(socket))
subscribe('undici:request:create', () => requests++)
subscribe('undici:request:headers', ({ response: { headers } }) => {
  const names = headers.map(String)
  const place = names.findIndex((name, index) => index % 2 === 0 && name.toLowerCase() === 'content-encoding')
  encodings.add(place < 0 ? 'plain' : names[place + 1])
})

let items = 0
const digest = hashes && createHash('sha256')
const see = (item, depth = 0) => {
  items++
  digest?.update(`${depth} ${JSON.stringify(item)}\n`)
}

const [start, cpu] = [performance.now(), process.cpuUsage()]
await read(JSON.parse(settings), see)
const { user, system } = process.cpuUsage(cpu)
const time = performance.now() - start

console.log(
  JSON.stringify({
    time,
    cpu: (user + system) / 1_000,
    memory: process.resourceUsage().maxRSS / 1_024,
    bytes: [...sockets].reduce((sum, { bytesRead }) => sum + bytesRead, 0),
    requests,
    encodings: [...encodings],
    items,
    hash: digest?.digest('hex'),
  }),
)
