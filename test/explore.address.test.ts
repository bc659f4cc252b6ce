import { expect, test } from 'vitest'
import { type Address, addressOf, hashOf } from '../playground/explore/address.ts'

test('an address is read as it was written', () => {
  const addresses: readonly Address[] = [
    { view: 'schema' },
    { view: 'people', focus: null, day: null },
    { view: 'people', focus: 'asg_01a201f8-e3d8-752b-b910-48fc3b09fac0', day: null },
    { view: 'people', focus: 'asg_01a201f8-e3d8-752b-b910-48fc3b09fac0', day: '2024-01-02' },
  ]
  expect(addresses.map((address) => addressOf(hashOf(address)))).toEqual(addresses)
})

test('what names nothing is left out', () => {
  const nobody = { view: 'people', focus: null, day: null }
  expect(['', '#', '#else', '#person/per_1', '#person?on=2024-02-30'].map(addressOf)).toEqual(Array(5).fill(nobody))
})
