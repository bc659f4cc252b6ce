import { Field, ObjectType, Query, Resolver, registerEnumType } from 'type-graphql'
import { Scope, ViewerRole } from '../generated/schema.ts'
import { answered } from '../reader/answered.ts'
import { Moment } from '../scalars.ts'

registerEnumType(ViewerRole, { name: 'ViewerRole' })
registerEnumType(Scope, { name: 'Scope' })

@ObjectType('Viewer')
export class SignedIn {
  @Field(() => ViewerRole) declare role: ViewerRole
  @Field(() => [Scope]) declare scopes: Scope[]
  @Field(() => Moment) declare expiresAt: Date
}

@Resolver(() => SignedIn)
export class AccessResolver {
  @Query(() => SignedIn, { nullable: true }) viewer() {
    return answered()
  }
}
