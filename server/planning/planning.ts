import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import { Employment, Position, SchoolLevel, type UnplannedFilter as UnplannedFilterInput } from '../generated/schema.ts'
import { School } from '../organisation/organisation.ts'
import { connectionOf } from '../page.ts'

@ObjectType()
export class SchoolPlanning {
  @Field(() => School) declare school: School
  @Field(() => Int) declare expected: number
  @Field(() => Int) declare drafted: number
  @Field(() => Int) declare submitted: number
  @Field(() => Int) declare agreed: number
  @Field(() => Int) declare late: number
  @Field(() => Int) declare missing: number
}

export const SchoolPlanningConnection = connectionOf('SchoolPlanning', () => SchoolPlanning)

@InputType()
export class UnplannedFilter implements UnplannedFilterInput {
  @Field(() => ID, { nullable: true }) declare school: string | null
  @Field(() => [SchoolLevel], { nullable: true }) declare level: SchoolLevel[] | null
  @Field(() => [Employment], { nullable: true }) declare employment: Employment[] | null
  @Field(() => [Position], { nullable: true }) declare position: Position[] | null
  @Field(() => String, { nullable: true }) declare nameContains: string | null
}
