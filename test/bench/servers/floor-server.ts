import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Pool } from 'pg'
import { workloads } from '../workloads/workloads.ts'

const pool = new Pool({ connectionString: process.env['DATABASE_URL'], max: 6 })
const statements = new Map(workloads.map(({ name, statement }) => [`/${name}`, { name, text: statement }]))

const http = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', async () => {
    const statement = statements.get(request.url ?? '')
    try {
      if (!statement) throw new Error('no such workload')
      const values = JSON.parse(Buffer.concat(chunks).toString()) as unknown[]
      const { rows } = await pool.query<[string]>({ ...statement, values, rowMode: 'array' })
      const body = Buffer.from(rows[0]?.[0] ?? '')
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length }).end(body)
    } catch (error) {
      response.writeHead(500).end(String(error))
    }
  })
})
http.listen(Number(process.env['PORT']), '127.0.0.1', () => {
  console.log(`ready at http://127.0.0.1:${(http.address() as AddressInfo).port}`)
})
