import { expect, test } from 'vitest'
import { type ApiError, operation } from '../../sdk/index.ts'
import { makeDistrict } from '../district.ts'
import { importsInto } from '../import.delivery.ts'
import { server, signInOperator } from '../support.ts'

const nodeOperation = operation<{ node: { id: string } | null }, { id: string }>(
  'query node($id: ID!) { node(id: $id) { id } }',
)

test('D16: a delivery learns that a number is taken, and not by whom; only operators read even that', async () => {
  const district = await makeDistrict()
  const { deliver } = importsInto((await server()).database.pool)
  const nip = district.nip('Sari')
  const people = [{ person_key: 'STRANGER', nip, employment: 'PNS', birth_date: '1985-07-14', sex: 'F', name: 'Wati' }]
  const { report, refusals } = await deliver({ people })
  expect(refusals).toEqual(['people.csv:2 DUPLICATE'])

  const id = `imp_${report}`
  const operator = await signInOperator()
  const { nodes } = await operator.importRefusals({ report: id })
  expect(nodes).toMatchObject([{ column: 'nip', code: 'DUPLICATE', value: `${'•'.repeat(14)}${nip.slice(-4)}` }])
  const told = JSON.stringify(nodes)
  for (const secret of [nip, 'Sari', district.code, district.person('Sari').slice(4)])
    expect(told).not.toContain(secret)

  const ratna = await district.signIn('Ratna')
  const unknown = 'imp_01890000-0000-7000-8000-000000000000'
  const [foreign, none] = await Promise.all(
    [id, unknown].map((asked) => ratna.run(nodeOperation, { id: asked }).catch((error: ApiError) => error.errors)),
  )
  expect(foreign).toMatchObject([{ code: 'FORBIDDEN' }])
  expect(foreign).toEqual(none)
})
