import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Int, Mutation, Query, Resolver } from 'type-graphql'
import { DataExport } from '../audit/audit.ts'
import type { Context } from '../context.ts'
import { EvidenceAction } from '../generated/schema.ts'
import { keyOf } from '../id.ts'
import { Observation } from '../observation/observation.ts'
import { PageArguments } from '../page.ts'
import { Plan, PlanContent } from '../plan/plan.ts'
import { answered } from '../reader/answered.ts'
import { readBack } from '../reader/read-back.ts'
import { plainText } from '../text.ts'
import { attach, replace } from './attach.ts'
import { documentOf } from './document.ts'
import { AttachEvidenceInput, EvidenceReasonInput, EvidenceStepInput, ReplaceEvidenceInput } from './evidence.input.ts'
import { Evidence, EvidenceConnection, EvidenceFilter, EvidenceOrder, EvidencePayload } from './evidence.ts'
import { subjectOf } from './subject.ts'
import { type Asked, takeStep } from './take-step.ts'
import { workflow } from './workflow.ts'

@ArgsType()
class EvidenceList extends PageArguments {
  @Field(() => EvidenceFilter, { nullable: true }) declare filter: EvidenceFilter | null
  @Field(() => EvidenceOrder, { nullable: true }) declare orderBy: object | null
}

@Resolver(() => Evidence)
export class EvidenceResolver {
  @Query(() => Evidence, { nullable: true }) evidence(@Arg('id', () => ID) _id: string) {
    return answered()
  }

  @Query(() => EvidenceConnection) evidenceList(@Args(() => EvidenceList) _list: EvidenceList) {
    return answered()
  }

  @Mutation(() => EvidencePayload)
  async attachEvidence(
    @Arg('input', () => AttachEvidenceInput) input: AttachEvidenceInput,
    @Ctx() { write, now }: Context,
  ): Promise<EvidencePayload> {
    const asked = {
      plan: keyOf('Plan', input.plan, 'input.plan'),
      subject: subjectOf(input.subject),
      document: documentOf(input.document),
    }
    const change = { action: 'attachEvidence', ...ofOwner } as const
    const { evidence } = await write(change, (em, viewer) => attach(em, viewer, asked, now))
    return { evidence: readBack('Evidence', evidence) }
  }

  @Mutation(() => EvidencePayload)
  async replaceEvidence(
    @Arg('input', () => ReplaceEvidenceInput) input: ReplaceEvidenceInput,
    @Ctx() { write, now }: Context,
  ): Promise<EvidencePayload> {
    const { action: _, ...step } = askedOf(EvidenceAction.REPLACE, input)
    const asked = { ...step, document: documentOf(input.document) }
    const change = { action: 'replaceEvidence', ...ofOwner } as const
    const { evidence } = await write(change, (em, viewer) => replace(em, viewer, asked, now))
    return { evidence: readBack('Evidence', evidence) }
  }

  @Mutation(() => EvidencePayload) withdrawEvidence(
    @Arg('input', () => EvidenceStepInput) input: EvidenceStepInput,
    @Ctx() context: Context,
  ): Promise<EvidencePayload> {
    return step(context, EvidenceAction.WITHDRAW, input)
  }

  @Mutation(() => EvidencePayload) verifyEvidence(
    @Arg('input', () => EvidenceStepInput) input: EvidenceStepInput,
    @Ctx() context: Context,
  ): Promise<EvidencePayload> {
    return step(context, EvidenceAction.VERIFY, input)
  }

  @Mutation(() => EvidencePayload) questionEvidence(
    @Arg('input', () => EvidenceReasonInput) input: EvidenceReasonInput,
    @Ctx() context: Context,
  ): Promise<EvidencePayload> {
    return step(context, EvidenceAction.QUESTION, input)
  }
}

@Resolver(() => Plan)
export class PlanEvidenceResolver {
  @FieldResolver(() => [Evidence]) evidence() {
    return answered()
  }
}

@Resolver(() => Observation)
export class ObservationEvidenceResolver {
  @FieldResolver(() => [Evidence]) evidence() {
    return answered()
  }
}

@Resolver(() => PlanContent)
export class PlanContentEvidenceResolver {
  @FieldResolver(() => Int, { nullable: true }) earnedPoints() {
    return answered()
  }
}

@Resolver(() => DataExport)
export class DataExportEvidenceResolver {
  @FieldResolver(() => EvidenceConnection) evidence(@Args(() => PageArguments) _page: PageArguments) {
    return answered()
  }
}

interface Given {
  readonly evidence: string
  readonly version: number
  readonly note?: string | null
  readonly reason?: string
}

/** Takes a step, and answers with the evidence as it is then. */
async function step({ write, now }: Context, action: EvidenceAction, given: Given): Promise<EvidencePayload> {
  const asked = askedOf(action, given)
  await write({ action: workflow[action].mutation, ...ofOwner }, (em, viewer) => takeStep(em, viewer, asked, now))
  return { evidence: readBack('Evidence', asked.evidence) }
}

function askedOf(action: EvidenceAction, { evidence, version, note, reason }: Given): Asked {
  const id = keyOf('Evidence', evidence, 'input.evidence')
  const said = reason ?? note
  const where = reason === undefined ? 'input.note' : 'input.reason'
  return { action, evidence: id, version, note: said == null ? null : plainText(said, 10_000, where) }
}

// on record as about the person whose evidence it is
const ofOwner = { type: 'Evidence', subjects: ({ owner }: { owner: string }) => [owner] } as const
