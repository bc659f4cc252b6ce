import { Arg, Args, ArgsType, Field, FieldResolver, ID, Int, Query, Resolver } from 'type-graphql'
import { Capacity } from '../generated/schema.ts'
import { connectionOf, PageArguments } from '../page.ts'
import { AssignmentConnection, AssignmentOrder } from '../person/person.resolver.ts'
import { Assignment } from '../person/person.ts'
import { answered } from '../reader/answered.ts'
import { Day } from '../scalars.ts'
import { SupervisionLink, SupervisionNode } from './supervision.ts'

const SupervisionNodeConnection = connectionOf('SupervisionNode', () => SupervisionNode)

@ArgsType()
class Line {
  @Field(() => Capacity, { nullable: true, defaultValue: Capacity.APPRAISER }) declare capacity: Capacity | null
  @Field(() => Day, { nullable: true }) declare asOf: string | null
}

@ArgsType()
class Tree extends Line {
  @Field(() => ID) declare root: string
  @Field(() => Int, { nullable: true, defaultValue: 32 }) declare maxDepth: number | null
  @Field(() => Int, { nullable: true, defaultValue: 500 }) declare first: number | null
  @Field(() => String, { nullable: true }) declare after: string | null
}

@ArgsType()
class Subordinates extends PageArguments {
  @Field(() => Capacity, { nullable: true, defaultValue: Capacity.APPRAISER }) declare capacity: Capacity | null
  @Field(() => Day, { nullable: true }) declare asOf: string | null
  @Field(() => AssignmentOrder, { nullable: true }) declare orderBy: object | null
}

@Resolver(() => Assignment)
export class SupervisionResolver {
  @Query(() => SupervisionNodeConnection, { nullable: true }) supervisionTree(@Args(() => Tree) _tree: Tree) {
    return answered()
  }

  @Query(() => [SupervisionLink], { nullable: true })
  supervisionChain(@Arg('assignment', () => ID) _assignment: string, @Args(() => Line) _line: Line) {
    return answered()
  }

  @FieldResolver(() => SupervisionLink, { nullable: true }) supervisor(@Args(() => Line) _line: Line) {
    return answered()
  }

  @FieldResolver(() => [SupervisionLink]) supervisors() {
    return answered()
  }

  @FieldResolver(() => AssignmentConnection) subordinates(@Args(() => Subordinates) _page: Subordinates) {
    return answered()
  }
}
