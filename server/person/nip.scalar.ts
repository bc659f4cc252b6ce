import { text } from '../scalars.ts'
import { normaliseNip } from './nip.ts'

export const Nip = text('NIP', 'a NIP of 18 digits', (value) => {
  const digits = normaliseNip(value)
  return /^\d{18}$/.test(digits) ? digits : undefined
})
