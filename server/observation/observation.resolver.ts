import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Mutation, Query, Resolver } from 'type-graphql'
import { DataExport } from '../audit/audit.ts'
import type { Context } from '../context.ts'
import { ObservationAction } from '../generated/schema.ts'
import { keyOf } from '../id.ts'
import { PageArguments } from '../page.ts'
import { Plan } from '../plan/plan.ts'
import { answered } from '../reader/answered.ts'
import { readBack } from '../reader/read-back.ts'
import { plainText } from '../text.ts'
import * as given from './observation.input.ts'
import {
  Observation,
  ObservationConnection,
  ObservationFilter,
  ObservationOrder,
  ObservationPayload,
  WriteObserverNotePayload,
} from './observation.ts'
import { writeObserverNote } from './observer-note.ts'
import { preparationOf, scheduleOf } from './preparation.ts'
import { prepareObservation } from './prepare.ts'
import { sheetOf, words } from './sheet.ts'
import { type Brought, takeStep } from './take-step.ts'
import { discussionOf, followUpOf, reflectionOf } from './words.ts'
import { workflow } from './workflow.ts'

@ArgsType()
class Observations extends PageArguments {
  @Field(() => ObservationFilter, { nullable: true }) declare filter: ObservationFilter | null
  @Field(() => ObservationOrder, { nullable: true }) declare orderBy: object | null
}

const longest = 10_000

@Resolver(() => Observation)
export class ObservationResolver {
  @Query(() => Observation, { nullable: true }) observation(@Arg('id', () => ID) _id: string) {
    return answered()
  }

  @Query(() => ObservationConnection) observations(@Args(() => Observations) _observations: Observations) {
    return answered()
  }

  @Mutation(() => ObservationPayload)
  async prepareObservation(
    @Arg('input', () => given.PrepareObservationInput) { plan, preparation }: given.PrepareObservationInput,
    @Ctx() { write, now }: Context,
  ): Promise<ObservationPayload> {
    const beginning = {
      plan: keyOf('Plan', plan, 'input.plan'),
      ...(preparation && { preparation: preparationOf(preparation) }),
    }
    const { observation } = await write({ action: 'prepareObservation', ...ofOwner }, (em, viewer) =>
      prepareObservation(em, viewer, beginning, now),
    )
    return { observation: readBack('Observation', observation) }
  }

  @Mutation(() => ObservationPayload) saveObservation(
    @Arg('input', () => given.SaveObservationInput) input: given.SaveObservationInput,
    @Ctx() context: Context,
  ): Promise<ObservationPayload> {
    return step(context, ObservationAction.SAVE, input, { preparation: preparationOf(input.preparation) })
  }

  @Mutation(() => ObservationPayload) proposeObservation(
    @Arg('input', () => given.ObservationStepInput) input: given.ObservationStepInput,
    @Ctx() context: Context,
  ): Promise<ObservationPayload> {
    return step(context, ObservationAction.PROPOSE, input)
  }

  @Mutation(() => ObservationPayload) agreeToObservation(
    @Arg('input', () => given.ObservationStepInput) input: given.ObservationStepInput,
    @Ctx() context: Context,
  ): Promise<ObservationPayload> {
    return step(context, ObservationAction.AGREE, input)
  }

  @Mutation(() => ObservationPayload) offerObservation(
    @Arg('input', () => given.RescheduleObservationInput) input: given.RescheduleObservationInput,
    @Ctx() context: Context,
  ): Promise<ObservationPayload> {
    return step(context, ObservationAction.OFFER, input, { schedule: scheduleOf(input.schedule) })
  }

  @Mutation(() => ObservationPayload) acceptObservation(
    @Arg('input', () => given.ObservationStepInput) input: given.ObservationStepInput,
    @Ctx() context: Context,
  ): Promise<ObservationPayload> {
    return step(context, ObservationAction.ACCEPT, input)
  }

  @Mutation(() => ObservationPayload) rescheduleObservation(
    @Arg('input', () => given.RescheduleObservationInput) input: given.RescheduleObservationInput,
    @Ctx() context: Context,
  ): Promise<ObservationPayload> {
    return step(context, ObservationAction.RESCHEDULE, input, { schedule: scheduleOf(input.schedule) })
  }

  @Mutation(() => ObservationPayload) cancelObservation(
    @Arg('input', () => given.ObservationReasonInput) input: given.ObservationReasonInput,
    @Ctx() context: Context,
  ): Promise<ObservationPayload> {
    return step(context, ObservationAction.CANCEL, input)
  }

  @Mutation(() => ObservationPayload) recordObservation(
    @Arg('input', () => given.RecordObservationInput) input: given.RecordObservationInput,
    @Ctx() context: Context,
  ): Promise<ObservationPayload> {
    return step(context, ObservationAction.RECORD, input, { sheet: sheetOf(input.sheet) })
  }

  @Mutation(() => ObservationPayload) finishObservation(
    @Arg('input', () => given.FinishObservationInput) input: given.FinishObservationInput,
    @Ctx() context: Context,
  ): Promise<ObservationPayload> {
    return step(context, ObservationAction.FINISH, input, input.sheet ? { sheet: sheetOf(input.sheet) } : {})
  }

  @Mutation(() => ObservationPayload) shareObservation(
    @Arg('input', () => given.ObservationStepInput) input: given.ObservationStepInput,
    @Ctx() context: Context,
  ): Promise<ObservationPayload> {
    return step(context, ObservationAction.SHARE, input)
  }

  @Mutation(() => ObservationPayload) discussObservation(
    @Arg('input', () => given.DiscussObservationInput) input: given.DiscussObservationInput,
    @Ctx() context: Context,
  ): Promise<ObservationPayload> {
    return step(context, ObservationAction.DISCUSS, input, { discussion: discussionOf(input.discussion) })
  }

  @Mutation(() => ObservationPayload) followUpObservation(
    @Arg('input', () => given.FollowUpObservationInput) input: given.FollowUpObservationInput,
    @Ctx() context: Context,
  ): Promise<ObservationPayload> {
    return step(context, ObservationAction.FOLLOW_UP, input, { followUp: followUpOf(input.followUp) })
  }

  @Mutation(() => ObservationPayload) reflectOnObservation(
    @Arg('input', () => given.ReflectOnObservationInput) input: given.ReflectOnObservationInput,
    @Ctx() context: Context,
  ): Promise<ObservationPayload> {
    return step(context, ObservationAction.REFLECT, input, { reflection: reflectionOf(input.reflection) })
  }

  @Mutation(() => ObservationPayload) concludeObservation(
    @Arg('input', () => given.ConcludeObservationInput) input: given.ConcludeObservationInput,
    @Ctx() context: Context,
  ): Promise<ObservationPayload> {
    const { observation, version, awareness, note } = input
    const conclusion = { awareness, note: plainText(note, longest, 'input.note') }
    return step(context, ObservationAction.CONCLUDE, { observation, version }, { conclusion })
  }

  @Mutation(() => WriteObserverNotePayload)
  async writeObserverNote(
    @Arg('input', () => given.WriteObserverNoteInput) input: given.WriteObserverNoteInput,
    @Ctx() { write, now }: Context,
  ): Promise<WriteObserverNotePayload> {
    const observation = keyOf('Observation', input.observation, 'input.observation')
    const noted = { observation, version: input.version, text: words(input.text, 'input.text') }
    const { version } = await write({ action: 'writeObserverNote', ...ofAuthor }, (em, viewer) =>
      writeObserverNote(em, viewer, noted, now),
    )
    return { version }
  }
}

@Resolver(() => Plan)
export class PlanObservationResolver {
  @FieldResolver(() => [Observation]) observations() {
    return answered()
  }
}

@Resolver(() => DataExport)
export class DataExportObservationResolver {
  @FieldResolver(() => ObservationConnection) observations(@Args(() => PageArguments) _page: PageArguments) {
    return answered()
  }
}

interface Given {
  readonly observation: string
  readonly version: number
  readonly note?: string | null
  readonly reason?: string
}

/** Takes a step, and answers with the observation as it is then. */
async function step(
  { write, now }: Context,
  action: ObservationAction,
  { observation, version, note, reason }: Given,
  brought: Brought = {},
): Promise<ObservationPayload> {
  const id = keyOf('Observation', observation, 'input.observation')
  const said = reason ?? note
  const text = said == null ? null : plainText(said, longest, reason === undefined ? 'input.note' : 'input.reason')
  const asked = { action, observation: id, version, note: text, ...brought }
  await write({ action: workflow[action].mutation, ...ofOwner }, (em, viewer) => takeStep(em, viewer, asked, now))
  return { observation: readBack('Observation', id) }
}

// on record as about the person who is observed
const ofOwner = { type: 'Observation', subjects: ({ owner }: { owner: string }) => [owner] } as const

// a note is its author's: whoever is observed may read what is on record about himself, and there it must not be
const ofAuthor = { type: 'Observation', subjects: ({ author }: { author: string }) => [author] } as const
