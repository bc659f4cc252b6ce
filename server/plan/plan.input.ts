import { Field, ID, InputType, Int } from 'type-graphql'
import {
  type AdjustPlanInput as Adjust,
  type PlanContentInput as Content,
  type DraftPlanInput as Draft,
  PlanItem,
  type PlanReasonInput as Reason,
  type SavePlanInput as Save,
  type PlanStepInput as Step,
  WorkValue,
} from '../generated/schema.ts'

@InputType()
class PlanActivityInput {
  @Field(() => ID) declare activity: string
  @Field(() => Int, { defaultValue: 1 }) declare times: number
}

@InputType()
class PlanDutyInput {
  @Field(() => String) declare name: string
  @Field(() => String) declare decree: string
}

@InputType()
class PlanExpectationInput {
  @Field(() => WorkValue) declare value: WorkValue
  @Field(() => String) declare text: string
}

@InputType()
class PlanContentInput implements Content {
  @Field(() => ID, { nullable: true }) declare indicator: string | null
  @Field(() => [ID], { defaultValue: [] }) declare behaviours: string[]
  @Field(() => [PlanActivityInput], { defaultValue: [] }) declare activities: PlanActivityInput[]
  @Field(() => [PlanDutyInput], { defaultValue: [] }) declare duties: PlanDutyInput[]
  @Field(() => [PlanExpectationInput], { defaultValue: [] }) declare expectations: PlanExpectationInput[]
}

@InputType()
export class DraftPlanInput implements Draft {
  @Field(() => ID) declare assignment: string
  @Field(() => String) declare period: string
  @Field(() => PlanContentInput, { nullable: true }) declare content: PlanContentInput | null
}

@InputType()
export class SavePlanInput implements Save {
  @Field(() => ID) declare plan: string
  @Field(() => Int) declare version: number
  @Field(() => PlanContentInput) declare content: PlanContentInput
}

@InputType()
export class PlanStepInput implements Step {
  @Field(() => ID) declare plan: string
  @Field(() => Int) declare version: number
  @Field(() => String, { nullable: true }) declare note: string | null
}

@InputType()
export class PlanReasonInput implements Reason {
  @Field(() => ID) declare plan: string
  @Field(() => Int) declare version: number
  @Field(() => String) declare reason: string
}

@InputType()
class PlanItemNoteInput {
  @Field(() => PlanItem) declare item: PlanItem
  @Field(() => String) declare note: string
}

@InputType()
export class AdjustPlanInput implements Adjust {
  @Field(() => ID) declare plan: string
  @Field(() => Int) declare version: number
  @Field(() => PlanContentInput) declare content: PlanContentInput
  @Field(() => [PlanItemNoteInput]) declare notes: PlanItemNoteInput[]
  @Field(() => String, { nullable: true }) declare note: string | null
}
