import { Basis, Certainty, ConsequenceKind, Employment, Predicate } from '../generated/schema.ts'
import { predicateWords, type Words } from './words.ts'

/** Something that follows from a predicate, or does not. */
export interface Consequence extends Words {
  readonly kind: ConsequenceKind
  readonly holds: boolean
  readonly sources: readonly string[]
  readonly certainty: Certainty
}

const good: readonly Predicate[] = [Predicate.VERY_GOOD, Predicate.GOOD]

/** What follows from a predicate for somebody, as far as the predicate decides. */
export function consequencesOf(
  predicate: Predicate,
  { employment, basis }: { readonly employment: string; readonly basis: string },
): Consequence[] {
  return [allowance(predicate), contract(employment), flow(employment, basis)]
}

function allowance(predicate: Predicate): Consequence {
  const holds = good.includes(predicate)
  const { indonesian, english } = predicateWords[predicate]
  return {
    kind: ConsequenceKind.ALLOWANCE_ELIGIBLE,
    holds,
    indonesian: `Tunjangan Profesi Guru mensyaratkan predikat paling rendah Baik; predikat ini ${indonesian}.`,
    english: `The allowance (TPG) needs a predicate of at least Good; this one is ${english}.`,
    sources: ['Permendikbudristek 45/2023', 'seed 000', 'sumateraekspres amp/68572'],
    certainty: Certainty.SEVERAL_SOURCES,
  }
}

function contract(employment: string): Consequence {
  const holds = employment === Employment.PPPK
  return {
    kind: ConsequenceKind.CONTRACT_CONSIDERATION,
    holds,
    indonesian: holds
      ? 'PPPK: hasil kinerja menjadi pertimbangan utama perpanjangan kontrak.'
      : 'Bukan PPPK: tidak ada kontrak yang diperpanjang.',
    english: holds
      ? 'PPPK: the result is the main consideration when the contract is extended.'
      : 'Not a PPPK: there is no contract to extend.',
    sources: ['seed 000'],
    certainty: Certainty.ONE_UNOFFICIAL_SOURCE,
  }
}

function flow(employment: string, basis: string): Consequence {
  const [indonesian, english] =
    employment === Employment.NON_ASN
      ? ['Bukan ASN: hasil tidak mengalir ke e-Kinerja.', 'Not a civil servant: nothing flows to e-Kinerja.']
      : basis === Basis.ACTING
        ? [
            'Pelaksana tugas: hanya SKP jabatan definitif yang mengalir ke e-Kinerja.',
            'An acting post: only the plan of the definitive post flows to e-Kinerja.',
          ]
        : [
            'SKP jabatan definitif: hasil mengalir ke e-Kinerja.',
            'The plan of the definitive post: the result flows to e-Kinerja.',
          ]
  return {
    kind: ConsequenceKind.FLOWS_TO_E_KINERJA,
    holds: employment !== Employment.NON_ASN && basis === Basis.DEFINITIVE,
    indonesian,
    english,
    sources: ['pusatinformasi 33374387760025', 'seputarasn.com/?p=2055', 'flipbuilder tpljr/pmzl p13'],
    certainty: Certainty.SEVERAL_SOURCES,
  }
}
