import { Field, ID, InputType, Int } from 'type-graphql'
import {
  AppraisalStatus,
  type AppraisalContentInput as Content,
  type DecideAppraisalInput as Decide,
  type DecideObjectionInput as DecideOnObjection,
  type DraftAppraisalInput as Draft,
  ExpectationRating,
  type AppraisalFilter as Filter,
  OrganisationGrade,
  type AppraisalReasonInput as Reason,
  type SaveAppraisalInput as Save,
  type SetOrganisationPredicateInput as SetPredicate,
  type AppraisalStepInput as Step,
  WorkValue,
} from '../generated/schema.ts'
import { Day } from '../scalars.ts'

@InputType()
export class AppraisalFilter implements Filter {
  @Field(() => String, { nullable: true }) declare period: string | null
  @Field(() => [AppraisalStatus], { nullable: true }) declare status: AppraisalStatus[] | null
  @Field(() => ID, { nullable: true }) declare office: string | null
  @Field(() => ID, { nullable: true }) declare school: string | null
  @Field(() => Boolean, { nullable: true }) declare waitingForMe: boolean | null
  @Field(() => Day, { nullable: true }) declare asOf: string | null
}

@InputType()
class ValueRatingInput {
  @Field(() => WorkValue) declare value: WorkValue
  @Field(() => ExpectationRating) declare rating: ExpectationRating
  @Field(() => String, { nullable: true }) declare note: string | null
}

@InputType()
class AppraisalContentInput implements Content {
  @Field(() => String, { nullable: true }) declare reflection: string | null
  @Field(() => String, { nullable: true }) declare learning: string | null
  @Field(() => String, { nullable: true }) declare practice: string | null
  @Field(() => String, { nullable: true }) declare considerations: string | null
  @Field(() => ExpectationRating, { nullable: true }) declare result: ExpectationRating | null
  @Field(() => String, { nullable: true }) declare deviation: string | null
  @Field(() => [ValueRatingInput], { defaultValue: [] }) declare values: ValueRatingInput[]
  @Field(() => ExpectationRating, { nullable: true }) declare behaviour: ExpectationRating | null
}

@InputType()
export class DraftAppraisalInput implements Draft {
  @Field(() => ID) declare plan: string
  @Field(() => AppraisalContentInput, { nullable: true }) declare content: AppraisalContentInput | null
}

@InputType()
export class SaveAppraisalInput implements Save {
  @Field(() => ID) declare appraisal: string
  @Field(() => Int) declare version: number
  @Field(() => AppraisalContentInput) declare content: AppraisalContentInput
}

@InputType()
export class AppraisalStepInput implements Step {
  @Field(() => ID) declare appraisal: string
  @Field(() => Int) declare version: number
  @Field(() => String, { nullable: true }) declare note: string | null
}

@InputType()
export class AppraisalReasonInput implements Reason {
  @Field(() => ID) declare appraisal: string
  @Field(() => Int) declare version: number
  @Field(() => String) declare reason: string
}

@InputType()
export class DecideAppraisalInput implements Decide {
  @Field(() => ID) declare appraisal: string
  @Field(() => Int) declare version: number
  @Field(() => ExpectationRating, { nullable: true }) declare result: ExpectationRating | null
  @Field(() => ExpectationRating, { nullable: true }) declare behaviour: ExpectationRating | null
  @Field(() => String, { nullable: true }) declare reason: string | null
}

@InputType()
export class DecideObjectionInput implements DecideOnObjection {
  @Field(() => ID) declare appraisal: string
  @Field(() => Int) declare version: number
  @Field(() => String) declare reason: string
  @Field(() => String, { nullable: true }) declare hearing: string | null
  @Field(() => ExpectationRating, { nullable: true }) declare result: ExpectationRating | null
  @Field(() => ExpectationRating, { nullable: true }) declare behaviour: ExpectationRating | null
}

@InputType()
export class SetOrganisationPredicateInput implements SetPredicate {
  @Field(() => ID) declare office: string
  @Field(() => String) declare period: string
  @Field(() => OrganisationGrade) declare grade: OrganisationGrade
  @Field(() => Int) declare version: number
}
