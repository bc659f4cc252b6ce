import { Args, ArgsType, Field, ID, Int, Query, Resolver } from 'type-graphql'
import { AnalyticsDimension } from '../generated/schema.ts'
import { PageArguments } from '../page.ts'
import { answered } from '../reader/answered.ts'
import { AnalyticsCellConnection } from './analytics.ts'

@ArgsType()
class Cells extends PageArguments {
  @Field(() => [String]) declare periods: string[]
  @Field(() => [AnalyticsDimension], { defaultValue: [] }) declare by: AnalyticsDimension[]
  @Field(() => ID, { nullable: true }) declare office: string | null
  @Field(() => ID, { nullable: true }) declare school: string | null
  @Field(() => Int, { nullable: true, defaultValue: 100 }) declare first: number | null
}

@Resolver()
export class AnalyticsResolver {
  @Query(() => AnalyticsCellConnection) analytics(@Args(() => Cells) _cells: Cells) {
    return answered()
  }
}
