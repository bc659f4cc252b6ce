import { badInput } from '../errors.ts'
import { type EvidenceDocumentInput, type EvidenceKind, EvidenceRule } from '../generated/schema.ts'
import { plainText } from '../text.ts'

/** Where a document is: exactly one of these. */
const places = ['sha256', 'link', 'statement'] as const
type Place = (typeof places)[number]

/** A document, checked as far as it can be by itself. */
export interface Document {
  readonly kind: EvidenceKind
  readonly title: string
  readonly issuer: string
  readonly signer: string | null
  readonly signerRole: string | null
  readonly date: string
  readonly sha256: string | null
  readonly link: string | null
  readonly statement: string | null
}

/** Where documents may be, by what a period asks for. */
const rules: Readonly<Record<EvidenceRule, { readonly places: readonly Place[]; readonly advice: string }>> = {
  [EvidenceRule.UPLOAD]: { places: ['sha256'], advice: 'send the file to POST /evidence, and give its sha256' },
  [EvidenceRule.CONFIRMATION]: {
    places: ['link', 'statement'],
    advice: 'nothing is uploaded; give a link, or a statement of where the document is',
  },
}

const where = 'input.document'
const longest = 200

/** What the input says, checked. */
export function documentOf(input: EvidenceDocumentInput): Document {
  const given = places.filter((place) => input[place] != null)
  if (given.length !== 1) throw badInput(`${where} has exactly one of ${places.join(', ')}.`)
  const { kind, date, signer, signerRole, sha256, link, statement } = input
  if (signerRole != null && signer == null) throw badInput(`${where}.signerRole is without signer: say who signed.`)
  const optional = (text: string | null | undefined, name: string) =>
    text == null ? null : plainText(text, longest, `${where}.${name}`)
  return {
    kind,
    date,
    title: plainText(input.title, longest, `${where}.title`),
    issuer: plainText(input.issuer, longest, `${where}.issuer`),
    signer: optional(signer, 'signer'),
    signerRole: optional(signerRole, 'signerRole'),
    sha256: sha256 == null ? null : digest(sha256),
    link: link == null ? null : address(link),
    statement: statement == null ? null : plainText(statement, 10_000, `${where}.statement`),
  }
}

/** A period as far as documents are concerned; `until` is the first day after. */
export interface Frame {
  readonly code: string
  readonly from: string
  readonly until: string
  readonly evidence: EvidenceRule
}

/** Refuses a document that a period does not take. */
export function checkDocument(document: Document, { code, from, until, evidence }: Frame): void {
  const rule = rules[evidence]
  if (!rule.places.some((place) => document[place] !== null)) throw badInput(`Evidence of ${code}: ${rule.advice}.`)
  if (document.date < from || document.date >= until)
    throw badInput(`${where}.date is not within ${code}: evidence is of its own period.`)
}

function digest(text: string): string {
  if (!/^[0-9a-f]{64}$/i.test(text))
    throw badInput(`${where}.sha256 is 64 hexadecimal digits, as POST /evidence answers.`)
  return text.toLowerCase()
}

function address(text: string): string {
  const url = URL.parse(plainText(text, 2_000, `${where}.link`))
  if (url?.protocol !== 'https:' || url.username || url.password)
    throw badInput(
      `${where}.link is an https address without user or password, as in https://drive.example.id/sertifikat.`,
    )
  return url.href
}
