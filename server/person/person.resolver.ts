import { Arg, Args, ArgsType, Field, FieldResolver, ID, InputType, Query, Resolver } from 'type-graphql'
import { SignedIn } from '../access/access.resolver.ts'
import {
  type AssignmentFilter as AssignmentFilterInput,
  AssignmentOrderField,
  Basis,
  Employment,
  Position,
  SchoolLevel,
} from '../generated/schema.ts'
import { Office, School } from '../organisation/organisation.ts'
import { connectionOf, orderOf, PageArguments } from '../page.ts'
import { answered } from '../reader/answered.ts'
import { Day } from '../scalars.ts'
import { Nip } from './nip.scalar.ts'
import { Assignment, Person } from './person.ts'

export const AssignmentConnection = connectionOf('Assignment', () => Assignment)
export const AssignmentOrder = orderOf('Assignment', AssignmentOrderField)

@InputType()
class AssignmentFilter implements AssignmentFilterInput {
  @Field(() => ID, { nullable: true }) declare office: string | null
  @Field(() => ID, { nullable: true }) declare district: string | null
  @Field(() => ID, { nullable: true }) declare school: string | null
  @Field(() => [SchoolLevel], { nullable: true }) declare level: SchoolLevel[] | null
  @Field(() => [Employment], { nullable: true }) declare employment: Employment[] | null
  @Field(() => [Position], { nullable: true }) declare position: Position[] | null
  @Field(() => Basis, { nullable: true }) declare basis: Basis | null
  @Field(() => String, { nullable: true }) declare nameContains: string | null
  @Field(() => Day, { nullable: true }) declare asOf: string | null
}

@ArgsType()
class Assignments extends PageArguments {
  @Field(() => AssignmentFilter, { nullable: true }) declare filter: AssignmentFilter | null
  @Field(() => AssignmentOrder, { nullable: true }) declare orderBy: object | null
}

@Resolver(() => Person)
export class PersonResolver {
  @Query(() => Person, { nullable: true })
  person(
    @Arg('id', () => ID, { nullable: true }) _id?: string,
    @Arg('nip', () => Nip, { nullable: true }) _nip?: string,
  ) {
    return answered()
  }

  @Query(() => Assignment, { nullable: true }) assignment(@Arg('id', () => ID) _id: string) {
    return answered()
  }

  @Query(() => AssignmentConnection) teachers(@Args(() => Assignments) _page: Assignments) {
    return answered()
  }

  @Query(() => AssignmentConnection) supervisors(@Args(() => Assignments) _page: Assignments) {
    return answered()
  }

  @FieldResolver(() => [Assignment]) assignments(@Arg('asOf', () => Day, { nullable: true }) _asOf?: string) {
    return answered()
  }
}

@Resolver(() => SignedIn)
export class SignedInPersonResolver {
  @FieldResolver(() => Person, { nullable: true }) person() {
    return answered()
  }
}

@Resolver(() => Office)
export class OfficeStaffResolver {
  @FieldResolver(() => Assignment, { nullable: true }) head(
    @Arg('asOf', () => Day, { nullable: true }) _asOf?: string,
  ) {
    return answered()
  }

  @FieldResolver(() => AssignmentConnection) staff(@Args(() => Assignments) _page: Assignments) {
    return answered()
  }
}

@Resolver(() => School)
export class SchoolStaffResolver {
  @FieldResolver(() => Assignment, { nullable: true })
  principal(@Arg('asOf', () => Day, { nullable: true }) _asOf?: string) {
    return answered()
  }

  @FieldResolver(() => AssignmentConnection) staff(@Args(() => Assignments) _page: Assignments) {
    return answered()
  }
}
