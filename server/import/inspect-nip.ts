import { type Holder, parseNip } from '../person/nip.ts'
import type { Row } from './delivery.ts'
import { missing, nipProblems, type Problem } from './problem.ts'

/** Compares the NIP with the person. Only a NON_ASN person may have none. */
export function inspectNip(
  row: Row<'nip' | 'employment' | 'sex' | 'birth_date'>,
): (Problem & { column: 'nip' }) | undefined {
  const { nip, employment, sex, birth_date: birthDate } = row
  if (!nip) return employment === 'NON_ASN' ? undefined : { column: 'nip', ...missing('nip') }
  const read = parseNip(nip, { employment, birthDate, sex } as Holder)
  return 'problem' in read ? { column: 'nip', ...nipProblems[read.problem] } : undefined
}
