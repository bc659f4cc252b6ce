import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Mutation, Query, Resolver } from 'type-graphql'
import { DataExport } from '../audit/audit.ts'
import type { Context } from '../context.ts'
import { PlanAction } from '../generated/schema.ts'
import { keyOf } from '../id.ts'
import { Notification } from '../notification/notification.ts'
import { PageArguments } from '../page.ts'
import { Assignment } from '../person/person.ts'
import { answered } from '../reader/answered.ts'
import { readBack } from '../reader/read-back.ts'
import { Day } from '../scalars.ts'
import { plainText } from '../text.ts'
import { contentOf, once } from './content.ts'
import { draftPlan } from './draft-plan.ts'
import { AdjustPlanInput, DraftPlanInput, PlanReasonInput, PlanStepInput, SavePlanInput } from './plan.input.ts'
import { Plan, PlanConnection, PlanFilter, PlanOrder, PlanPayload } from './plan.ts'
import { type Asked, takeStep } from './take-step.ts'
import { workflow } from './workflow.ts'

@ArgsType()
class Plans extends PageArguments {
  @Field(() => PlanFilter, { nullable: true }) declare filter: PlanFilter | null
  @Field(() => PlanOrder, { nullable: true }) declare orderBy: object | null
}

const longest = 10_000

@Resolver(() => Plan)
export class PlanResolver {
  @Query(() => Plan, { nullable: true })
  plan(@Arg('id', () => ID) _id: string, @Arg('asOf', () => Day, { nullable: true }) _asOf?: string) {
    return answered()
  }

  @Query(() => PlanConnection) plans(@Args(() => Plans) _plans: Plans) {
    return answered()
  }

  @Mutation(() => PlanPayload)
  async draftPlan(
    @Arg('input', () => DraftPlanInput) { assignment, period, content }: DraftPlanInput,
    @Ctx() { write, now }: Context,
  ): Promise<PlanPayload> {
    const beginning = {
      assignment: keyOf('Assignment', assignment, 'input.assignment'),
      period,
      content: content ? contentOf(content) : undefined,
    }
    const { plan } = await write({ action: 'draftPlan', ...ofOwner }, (em, viewer) =>
      draftPlan(em, viewer, beginning, now),
    )
    return { plan: readBack('Plan', plan) }
  }

  @Mutation(() => PlanPayload) savePlan(
    @Arg('input', () => SavePlanInput) input: SavePlanInput,
    @Ctx() context: Context,
  ): Promise<PlanPayload> {
    return step(context, PlanAction.SAVE, input, { content: contentOf(input.content) })
  }

  @Mutation(() => PlanPayload) submitPlan(
    @Arg('input', () => PlanStepInput) input: PlanStepInput,
    @Ctx() context: Context,
  ): Promise<PlanPayload> {
    return step(context, PlanAction.SUBMIT, input)
  }

  @Mutation(() => PlanPayload) withdrawPlan(
    @Arg('input', () => PlanStepInput) input: PlanStepInput,
    @Ctx() context: Context,
  ): Promise<PlanPayload> {
    return step(context, PlanAction.WITHDRAW, input)
  }

  @Mutation(() => PlanPayload) reviewPlan(
    @Arg('input', () => PlanStepInput) input: PlanStepInput,
    @Ctx() context: Context,
  ): Promise<PlanPayload> {
    return step(context, PlanAction.REVIEW, input)
  }

  @Mutation(() => PlanPayload) clarifyPlan(
    @Arg('input', () => PlanStepInput) input: PlanStepInput,
    @Ctx() context: Context,
  ): Promise<PlanPayload> {
    return step(context, PlanAction.CLARIFY, input)
  }

  @Mutation(() => PlanPayload) approvePlan(
    @Arg('input', () => PlanStepInput) input: PlanStepInput,
    @Ctx() context: Context,
  ): Promise<PlanPayload> {
    return step(context, PlanAction.APPROVE, input)
  }

  @Mutation(() => PlanPayload) adjustPlan(
    @Arg('input', () => AdjustPlanInput) input: AdjustPlanInput,
    @Ctx() context: Context,
  ): Promise<PlanPayload> {
    once(
      input.notes.map(({ item }) => item),
      'input.notes',
    )
    const notes = new Map(input.notes.map(({ item, note }) => [item, plainText(note, longest, 'input.notes.note')]))
    return step(context, PlanAction.ADJUST, input, { content: contentOf(input.content), notes })
  }

  @Mutation(() => PlanPayload) agreeToPlan(
    @Arg('input', () => PlanStepInput) input: PlanStepInput,
    @Ctx() context: Context,
  ): Promise<PlanPayload> {
    return step(context, PlanAction.AGREE, input)
  }

  @Mutation(() => PlanPayload) sendBackPlan(
    @Arg('input', () => PlanReasonInput) input: PlanReasonInput,
    @Ctx() context: Context,
  ): Promise<PlanPayload> {
    return step(context, PlanAction.SEND_BACK, input)
  }

  @Mutation(() => PlanPayload) requestPlanReset(
    @Arg('input', () => PlanReasonInput) input: PlanReasonInput,
    @Ctx() context: Context,
  ): Promise<PlanPayload> {
    return step(context, PlanAction.REQUEST_RESET, input)
  }

  @Mutation(() => PlanPayload) grantPlanReset(
    @Arg('input', () => PlanStepInput) input: PlanStepInput,
    @Ctx() context: Context,
  ): Promise<PlanPayload> {
    return step(context, PlanAction.GRANT_RESET, input)
  }

  @Mutation(() => PlanPayload) refusePlanReset(
    @Arg('input', () => PlanReasonInput) input: PlanReasonInput,
    @Ctx() context: Context,
  ): Promise<PlanPayload> {
    return step(context, PlanAction.REFUSE_RESET, input)
  }
}

@Resolver(() => Assignment)
export class AssignmentPlanResolver {
  @FieldResolver(() => Plan, { nullable: true }) plan(@Arg('period', () => String) _period: string) {
    return answered()
  }
}

@Resolver(() => Notification)
export class NotificationPlanResolver {
  @FieldResolver(() => Plan, { nullable: true }) plan() {
    return answered()
  }
}

@Resolver(() => DataExport)
export class DataExportPlanResolver {
  @FieldResolver(() => PlanConnection) plans(@Args(() => PageArguments) _page: PageArguments) {
    return answered()
  }
}

interface Given {
  readonly plan: string
  readonly version: number
  readonly note?: string | null
  readonly reason?: string
}

/** Takes a step, and answers with the plan as it is then. */
async function step(
  { write, now }: Context,
  action: PlanAction,
  { plan, version, note, reason }: Given,
  more: Pick<Asked, 'content' | 'notes'> = {},
): Promise<PlanPayload> {
  const id = keyOf('Plan', plan, 'input.plan')
  const said = reason ?? note
  const words = said == null ? null : plainText(said, longest, reason === undefined ? 'input.note' : 'input.reason')
  const asked: Asked = { action, plan: id, version, note: words, ...more }
  await write({ action: workflow[action].mutation, ...ofOwner }, (em, viewer) => takeStep(em, viewer, asked, now))
  return { plan: readBack('Plan', id) }
}

// on record as about the person whose plan it is
const ofOwner = { type: 'Plan', subjects: ({ owner }: { owner: string }) => [owner] } as const
