import { Field, ID, InputType, Int } from 'type-graphql'
import {
  type AttachEvidenceInput as Attach,
  type EvidenceDocumentInput as Document,
  EvidenceKind,
  type EvidenceReasonInput as Reason,
  type ReplaceEvidenceInput as Replace,
  type EvidenceStepInput as Step,
  type EvidenceSubjectInput as Subject,
} from '../generated/schema.ts'
import { Day } from '../scalars.ts'

@InputType()
class EvidenceSubjectInput implements Subject {
  @Field(() => ID, { nullable: true }) declare activity: string | null
  @Field(() => String, { nullable: true }) declare duty: string | null
  @Field(() => ID, { nullable: true }) declare observation: string | null
  @Field(() => ID, { nullable: true }) declare followUp: string | null
}

@InputType()
class EvidenceDocumentInput implements Document {
  @Field(() => EvidenceKind) declare kind: EvidenceKind
  @Field(() => String) declare title: string
  @Field(() => String) declare issuer: string
  @Field(() => String, { nullable: true }) declare signer: string | null
  @Field(() => String, { nullable: true }) declare signerRole: string | null
  @Field(() => Day) declare date: string
  @Field(() => String, { nullable: true }) declare sha256: string | null
  @Field(() => String, { nullable: true }) declare link: string | null
  @Field(() => String, { nullable: true }) declare statement: string | null
}

@InputType()
export class AttachEvidenceInput implements Attach {
  @Field(() => ID) declare plan: string
  @Field(() => EvidenceSubjectInput) declare subject: EvidenceSubjectInput
  @Field(() => EvidenceDocumentInput) declare document: EvidenceDocumentInput
}

@InputType()
export class ReplaceEvidenceInput implements Replace {
  @Field(() => ID) declare evidence: string
  @Field(() => Int) declare version: number
  @Field(() => EvidenceDocumentInput) declare document: EvidenceDocumentInput
  @Field(() => String, { nullable: true }) declare note: string | null
}

@InputType()
export class EvidenceStepInput implements Step {
  @Field(() => ID) declare evidence: string
  @Field(() => Int) declare version: number
  @Field(() => String, { nullable: true }) declare note: string | null
}

@InputType()
export class EvidenceReasonInput implements Reason {
  @Field(() => ID) declare evidence: string
  @Field(() => Int) declare version: number
  @Field(() => String) declare reason: string
}
