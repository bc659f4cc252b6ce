import { Args, ArgsType, Field, ID, Query, Resolver } from 'type-graphql'
import { PageArguments } from '../page.ts'
import { AssignmentConnection } from '../person/person.resolver.ts'
import { answered } from '../reader/answered.ts'
import { SchoolPlanning, SchoolPlanningConnection, UnplannedFilter } from './planning.ts'

@ArgsType()
class Schools extends PageArguments {
  @Field(() => String) declare period: string
  @Field(() => ID) declare office: string
}

@ArgsType()
class Unplanned extends Schools {
  @Field(() => UnplannedFilter, { nullable: true }) declare filter: UnplannedFilter | null
}

@Resolver(() => SchoolPlanning)
export class PlanningResolver {
  @Query(() => SchoolPlanningConnection) planningBySchool(@Args(() => Schools) _page: Schools) {
    return answered()
  }

  @Query(() => AssignmentConnection) unplanned(@Args(() => Unplanned) _page: Unplanned) {
    return answered()
  }
}
