import { Arg, FieldResolver, Int, Query, Resolver } from 'type-graphql'
import { Position } from '../generated/schema.ts'
import { School } from '../organisation/organisation.ts'
import { Assignment } from '../person/person.ts'
import { answered } from '../reader/answered.ts'
import { Indicator, Recommendation, ReportCardScore } from './indicator.ts'

@Resolver(() => School)
export class IndicatorResolver {
  @Query(() => [Indicator])
  indicators(
    @Arg('period', () => String, { nullable: true }) _period?: string,
    @Arg('role', () => Position, { nullable: true }) _role?: Position,
  ) {
    return answered()
  }

  @FieldResolver(() => [ReportCardScore]) reportCard(@Arg('year', () => Int, { nullable: true }) _year?: number) {
    return answered()
  }
}

@Resolver(() => Assignment)
export class RecommendationResolver {
  @FieldResolver(() => [Recommendation]) recommendedIndicators(@Arg('period', () => String) _period: string) {
    return answered()
  }
}
