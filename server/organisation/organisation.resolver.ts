import { Args, ArgsType, Field, FieldResolver, ID, InputType, Query, Resolver } from 'type-graphql'
import {
  AreaLevel,
  type OfficeFilter as OfficeFilterInput,
  OfficeOrderField,
  Ownership,
  type SchoolFilter as SchoolFilterInput,
  SchoolLevel,
  SchoolOrderField,
} from '../generated/schema.ts'
import { connectionOf, orderOf, PageArguments } from '../page.ts'
import { answered } from '../reader/answered.ts'
import { Office, School } from './organisation.ts'

const OfficeConnection = connectionOf('Office', () => Office)
const SchoolConnection = connectionOf('School', () => School)
const OfficeOrder = orderOf('Office', OfficeOrderField)
const SchoolOrder = orderOf('School', SchoolOrderField)

@InputType()
class OfficeFilter implements OfficeFilterInput {
  @Field(() => AreaLevel, { nullable: true }) declare level: AreaLevel | null
  @Field(() => String, { nullable: true }) declare code: string | null
  @Field(() => ID, { nullable: true }) declare office: string | null
  @Field(() => String, { nullable: true }) declare nameContains: string | null
}

@InputType()
class SchoolFilter implements SchoolFilterInput {
  @Field(() => ID, { nullable: true }) declare office: string | null
  @Field(() => ID, { nullable: true }) declare district: string | null
  @Field(() => [SchoolLevel], { nullable: true }) declare level: SchoolLevel[] | null
  @Field(() => Ownership, { nullable: true }) declare ownership: Ownership | null
  @Field(() => String, { nullable: true }) declare npsn: string | null
  @Field(() => String, { nullable: true }) declare nameContains: string | null
}

@ArgsType()
class Offices extends PageArguments {
  @Field(() => OfficeFilter, { nullable: true }) declare filter: OfficeFilter | null
  @Field(() => OfficeOrder, { nullable: true }) declare orderBy: object | null
}

@ArgsType()
class Schools extends PageArguments {
  @Field(() => SchoolFilter, { nullable: true }) declare filter: SchoolFilter | null
  @Field(() => SchoolOrder, { nullable: true }) declare orderBy: object | null
}

@Resolver(() => Office)
export class OrganisationResolver {
  @Query(() => OfficeConnection) offices(@Args(() => Offices) _page: Offices) {
    return answered()
  }

  @Query(() => SchoolConnection) schools(@Args(() => Schools) _page: Schools) {
    return answered()
  }

  @FieldResolver(() => OfficeConnection, { name: 'offices' }) below(@Args(() => PageArguments) _page: PageArguments) {
    return answered()
  }

  @FieldResolver(() => SchoolConnection, { name: 'schools' }) run(@Args(() => Schools) _page: Schools) {
    return answered()
  }
}
