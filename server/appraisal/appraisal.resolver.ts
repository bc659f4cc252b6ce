import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Mutation, Query, Resolver } from 'type-graphql'
import { DataExport } from '../audit/audit.ts'
import type { Context } from '../context.ts'
import { AppraisalAction, OrganisationGrade } from '../generated/schema.ts'
import { keyOf } from '../id.ts'
import { Office } from '../organisation/organisation.ts'
import { PageArguments } from '../page.ts'
import { Plan } from '../plan/plan.ts'
import { answered } from '../reader/answered.ts'
import { readBack } from '../reader/read-back.ts'
import { Day } from '../scalars.ts'
import { plainText } from '../text.ts'
import {
  AppraisalFilter,
  AppraisalReasonInput,
  AppraisalStepInput,
  DecideAppraisalInput,
  DecideObjectionInput,
  DraftAppraisalInput,
  SaveAppraisalInput,
  SetOrganisationPredicateInput,
} from './appraisal.input.ts'
import {
  Appraisal,
  AppraisalConnection,
  AppraisalOrder,
  AppraisalPayload,
  Distribution,
  OrganisationPredicate,
  SetOrganisationPredicatePayload,
} from './appraisal.ts'
import { judgementOf, longest } from './content.ts'
import { draftAppraisal } from './draft-appraisal.ts'
import { setOrganisationPredicate } from './organisation.ts'
import { type Asked, takeStep } from './take-step.ts'
import { workflow } from './workflow.ts'

@ArgsType()
class Appraisals extends PageArguments {
  @Field(() => AppraisalFilter, { nullable: true }) declare filter: AppraisalFilter | null
  @Field(() => AppraisalOrder, { nullable: true }) declare orderBy: object | null
}

@ArgsType()
class Preview {
  @Field(() => ID) declare office: string
  @Field(() => String) declare period: string
  @Field(() => OrganisationGrade) declare grade: OrganisationGrade
  @Field(() => ID, { nullable: true }) declare school: string | null
}

@Resolver(() => Appraisal)
export class AppraisalResolver {
  @Query(() => Appraisal, { nullable: true })
  appraisal(@Arg('id', () => ID) _id: string, @Arg('asOf', () => Day, { nullable: true }) _asOf?: string) {
    return answered()
  }

  @Query(() => AppraisalConnection) appraisals(@Args(() => Appraisals) _appraisals: Appraisals) {
    return answered()
  }

  @Mutation(() => AppraisalPayload)
  async draftAppraisal(
    @Arg('input', () => DraftAppraisalInput) { plan, content }: DraftAppraisalInput,
    @Ctx() { write, now }: Context,
  ): Promise<AppraisalPayload> {
    const beginning = { plan: keyOf('Plan', plan, 'input.plan'), judgement: content ? judgementOf(content) : undefined }
    const { appraisal } = await write({ action: 'draftAppraisal', ...ofOwner }, (em, viewer) =>
      draftAppraisal(em, viewer, beginning, now),
    )
    return { appraisal: readBack('Appraisal', appraisal) }
  }

  @Mutation(() => AppraisalPayload) saveAppraisal(
    @Arg('input', () => SaveAppraisalInput) input: SaveAppraisalInput,
    @Ctx() context: Context,
  ): Promise<AppraisalPayload> {
    return step(context, input, { action: AppraisalAction.SAVE, judgement: judgementOf(input.content) })
  }

  @Mutation(() => AppraisalPayload) recommendAppraisal(
    @Arg('input', () => AppraisalStepInput) input: AppraisalStepInput,
    @Ctx() context: Context,
  ): Promise<AppraisalPayload> {
    return step(context, input, { action: AppraisalAction.RECOMMEND, note: said(input.note, 'input.note') })
  }

  @Mutation(() => AppraisalPayload) returnAppraisal(
    @Arg('input', () => AppraisalReasonInput) input: AppraisalReasonInput,
    @Ctx() context: Context,
  ): Promise<AppraisalPayload> {
    return step(context, input, { action: AppraisalAction.RETURN, note: said(input.reason, 'input.reason') })
  }

  @Mutation(() => AppraisalPayload) decideAppraisal(
    @Arg('input', () => DecideAppraisalInput) input: DecideAppraisalInput,
    @Ctx() context: Context,
  ): Promise<AppraisalPayload> {
    const { result, behaviour, reason } = input
    const note = said(reason, 'input.reason')
    return step(context, input, { action: AppraisalAction.DECIDE, result, behaviour, note })
  }

  @Mutation(() => AppraisalPayload) objectToAppraisal(
    @Arg('input', () => AppraisalReasonInput) input: AppraisalReasonInput,
    @Ctx() context: Context,
  ): Promise<AppraisalPayload> {
    return step(context, input, { action: AppraisalAction.OBJECT, note: said(input.reason, 'input.reason') })
  }

  @Mutation(() => AppraisalPayload) answerObjection(
    @Arg('input', () => AppraisalReasonInput) input: AppraisalReasonInput,
    @Ctx() context: Context,
  ): Promise<AppraisalPayload> {
    return step(context, input, { action: AppraisalAction.ANSWER, note: said(input.reason, 'input.reason') })
  }

  @Mutation(() => AppraisalPayload) decideObjection(
    @Arg('input', () => DecideObjectionInput) input: DecideObjectionInput,
    @Ctx() context: Context,
  ): Promise<AppraisalPayload> {
    const { result, behaviour } = input
    const [note, hearing] = [said(input.reason, 'input.reason'), said(input.hearing, 'input.hearing')]
    return step(context, input, { action: AppraisalAction.DECIDE_OBJECTION, result, behaviour, note, hearing })
  }
}

@Resolver(() => OrganisationPredicate)
export class OrganisationPredicateResolver {
  @Query(() => Distribution) previewDistribution(@Args(() => Preview) _preview: Preview) {
    return answered()
  }

  @Mutation(() => SetOrganisationPredicatePayload)
  async setOrganisationPredicate(
    @Arg('input', () => SetOrganisationPredicateInput) { office, ...setting }: SetOrganisationPredicateInput,
    @Ctx() { write, now }: Context,
  ): Promise<SetOrganisationPredicatePayload> {
    const asked = { ...setting, office: keyOf('Office', office, 'input.office') }
    const change = {
      action: 'setOrganisationPredicate',
      type: 'OrganisationPredicate',
      // on record as about those whose appraisals became final; where there are none, as about the row itself
      subjects: ({ owners, organisation }: { owners: readonly string[]; organisation: string }) =>
        owners.length ? owners : [organisation],
    } as const
    const { organisation, owners, left, unmet } = await write(change, (em, viewer) =>
      setOrganisationPredicate(em, viewer, asked, now),
    )
    return {
      organisation: readBack('OrganisationPredicate', organisation),
      finalized: owners.length,
      left,
      unmet,
    }
  }
}

@Resolver(() => Plan)
export class PlanAppraisalResolver {
  @FieldResolver(() => Appraisal, { nullable: true }) appraisal() {
    return answered()
  }
}

@Resolver(() => DataExport)
export class DataExportAppraisalResolver {
  @FieldResolver(() => AppraisalConnection) appraisals(@Args(() => PageArguments) _page: PageArguments) {
    return answered()
  }
}

@Resolver(() => Office)
export class OfficePredicateResolver {
  @FieldResolver(() => OrganisationPredicate, { nullable: true })
  organisationPredicate(@Arg('period', () => String) _period: string) {
    return answered()
  }
}

const said = (text: string | null | undefined, where: string): string | null =>
  text == null ? null : plainText(text, longest, where)

/** Takes a step, and answers with the appraisal as it is then. */
async function step(
  { write, now }: Context,
  { appraisal, version }: { readonly appraisal: string; readonly version: number },
  more: Omit<Asked, 'appraisal' | 'version'>,
): Promise<AppraisalPayload> {
  const id = keyOf('Appraisal', appraisal, 'input.appraisal')
  const asked: Asked = { appraisal: id, version, ...more }
  await write({ action: workflow[more.action].mutation, ...ofOwner }, (em, viewer) => takeStep(em, viewer, asked, now))
  return { appraisal: readBack('Appraisal', id) }
}

// on record as about the person whose appraisal it is
const ofOwner = { type: 'Appraisal', subjects: ({ owner }: { owner: string }) => [owner] } as const
