import { Arg, ID, Query, Resolver } from 'type-graphql'
import { Node } from './node.ts'
import { answered } from './reader/answered.ts'

@Resolver(() => Node)
export class NodeResolver {
  @Query(() => Node, { nullable: true }) node(@Arg('id', () => ID) _id: string) {
    return answered()
  }

  @Query(() => [Node], { nullable: 'items' }) nodes(@Arg('ids', () => [ID]) _ids: string[]) {
    return answered()
  }
}
