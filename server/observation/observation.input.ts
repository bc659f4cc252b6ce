import { Field, ID, InputType, Int } from 'type-graphql'
import type * as Given from '../generated/schema.ts'
import { Awareness, ExampleKind, LearningPlace, ObservationMode, RubricLevel } from '../generated/schema.ts'
import { Day, Moment } from '../scalars.ts'

/** What every step names: the observation, and its version when it was looked at. */
@InputType()
abstract class Versioned {
  @Field(() => ID) declare observation: string
  @Field(() => Int) declare version: number
}

@InputType()
class ObservationScheduleInput implements Given.ObservationScheduleInput {
  @Field(() => Moment) declare startsAt: string
  @Field(() => String) declare place: string
}

@InputType()
class ObservationPreparationInput implements Given.ObservationPreparationInput {
  @Field(() => ObservationMode, { nullable: true }) declare mode: ObservationMode | null
  @Field(() => [ID], { defaultValue: [] }) declare behaviours: string[]
  @Field(() => [String], { defaultValue: [] }) declare efforts: string[]
  @Field(() => String, { nullable: true }) declare lesson: string | null
  @Field(() => String, { nullable: true }) declare lessonPlan: string | null
  @Field(() => ObservationScheduleInput, { nullable: true }) declare schedule: ObservationScheduleInput | null
}

@InputType()
export class PrepareObservationInput implements Given.PrepareObservationInput {
  @Field(() => ID) declare plan: string
  @Field(() => ObservationPreparationInput, { nullable: true }) declare preparation: ObservationPreparationInput | null
}

@InputType()
export class SaveObservationInput extends Versioned implements Given.SaveObservationInput {
  @Field(() => ObservationPreparationInput) declare preparation: ObservationPreparationInput
}

@InputType()
export class ObservationStepInput extends Versioned implements Given.ObservationStepInput {
  @Field(() => String, { nullable: true }) declare note: string | null
}

@InputType()
export class ObservationReasonInput extends Versioned implements Given.ObservationReasonInput {
  @Field(() => String) declare reason: string
}

@InputType()
export class RescheduleObservationInput extends Versioned implements Given.RescheduleObservationInput {
  @Field(() => ObservationScheduleInput) declare schedule: ObservationScheduleInput
  @Field(() => String) declare reason: string
}

@InputType()
class ExampleRatingInput implements Given.ExampleRatingInput {
  @Field(() => ExampleKind) declare kind: ExampleKind
  @Field(() => Int) declare number: number
  @Field(() => RubricLevel) declare level: RubricLevel
}

@InputType()
class BehaviourRatingInput implements Given.BehaviourRatingInput {
  @Field(() => ID) declare behaviour: string
  @Field(() => RubricLevel) declare level: RubricLevel
  @Field(() => String, { nullable: true }) declare note: string | null
  @Field(() => [ExampleRatingInput], { defaultValue: [] }) declare examples: ExampleRatingInput[]
}

@InputType()
class ObservationSheetInput implements Given.ObservationSheetInput {
  @Field(() => Day) declare observedOn: string
  @Field(() => [BehaviourRatingInput], { defaultValue: [] }) declare ratings: BehaviourRatingInput[]
  @Field(() => String, { nullable: true }) declare note: string | null
  @Field(() => String, { nullable: true }) declare recommendation: string | null
}

@InputType()
export class RecordObservationInput extends Versioned implements Given.RecordObservationInput {
  @Field(() => ObservationSheetInput) declare sheet: ObservationSheetInput
}

@InputType()
export class FinishObservationInput extends Versioned implements Given.FinishObservationInput {
  @Field(() => ObservationSheetInput, { nullable: true }) declare sheet: ObservationSheetInput | null
}

@InputType()
class ObservationDiscussionInput implements Given.ObservationDiscussionInput {
  @Field(() => String) declare keep: string
  @Field(() => String) declare improve: string
  @Field(() => Awareness) declare awareness: Awareness
  @Field(() => String) declare goal: string
  @Field(() => String) declare effort: string
  @Field(() => Day, { nullable: true }) declare by: string | null
  @Field(() => String, { nullable: true }) declare support: string | null
  @Field(() => String, { nullable: true }) declare note: string | null
}

@InputType()
export class DiscussObservationInput extends Versioned implements Given.DiscussObservationInput {
  @Field(() => ObservationDiscussionInput) declare discussion: ObservationDiscussionInput
}

@InputType()
class FollowUpInput implements Given.FollowUpInput {
  @Field(() => String) declare effort: string
  @Field(() => String) declare source: string
  @Field(() => LearningPlace) declare place: LearningPlace
  @Field(() => Day) declare on: string
  @Field(() => String, { nullable: true }) declare certificate: string | null
}

@InputType()
export class FollowUpObservationInput extends Versioned implements Given.FollowUpObservationInput {
  @Field(() => FollowUpInput) declare followUp: FollowUpInput
}

@InputType()
class ObservationReflectionInput implements Given.ObservationReflectionInput {
  @Field(() => String) declare achieved: string
  @Field(() => String, { nullable: true }) declare challenge: string | null
  @Field(() => String) declare next: string
}

@InputType()
export class ReflectOnObservationInput extends Versioned implements Given.ReflectOnObservationInput {
  @Field(() => ObservationReflectionInput) declare reflection: ObservationReflectionInput
}

@InputType()
export class ConcludeObservationInput extends Versioned implements Given.ConcludeObservationInput {
  @Field(() => Awareness) declare awareness: Awareness
  @Field(() => String) declare note: string
}

@InputType()
export class WriteObserverNoteInput extends Versioned implements Given.WriteObserverNoteInput {
  @Field(() => String, { nullable: true }) declare text: string | null
}
