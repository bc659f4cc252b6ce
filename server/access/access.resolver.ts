import { Arg, Field, ID, ObjectType, Query, Resolver, registerEnumType } from 'type-graphql'
import { ViewerRole } from '../generated/schema.ts'
import { Node } from '../node.ts'
import { Person } from '../person/person.ts'
import { answered } from '../reader/answered.ts'
import { Moment } from '../scalars.ts'

registerEnumType(ViewerRole, { name: 'ViewerRole' })

@ObjectType('Viewer')
class SignedIn {
  @Field(() => ViewerRole) declare role: ViewerRole
  @Field(() => Person, { nullable: true }) declare person: Person | null
  @Field(() => Moment) declare expiresAt: Date
}

@Resolver()
export class AccessResolver {
  @Query(() => SignedIn, { nullable: true }) viewer() {
    return answered()
  }

  @Query(() => Node, { nullable: true }) node(@Arg('id', () => ID) _id: string) {
    return answered()
  }

  @Query(() => [Node], { nullable: 'items' }) nodes(@Arg('ids', () => [ID]) _ids: string[]) {
    return answered()
  }
}
