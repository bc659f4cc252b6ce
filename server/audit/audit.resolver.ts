import { Arg, Args, ArgsType, Field, FieldResolver, ID, InputType, Query, Resolver } from 'type-graphql'
import type { AuditFilter as AuditFilterInput } from '../generated/schema.ts'
import { PageArguments } from '../page.ts'
import { answered } from '../reader/answered.ts'
import { Moment } from '../scalars.ts'
import { AuditEntryConnection, DataAccessConnection, DataExport } from './audit.ts'

@InputType()
class AuditFilter implements AuditFilterInput {
  @Field(() => ID, { nullable: true }) declare apiKey: string | null
  @Field(() => ID, { nullable: true }) declare person: string | null
  @Field(() => ID, { nullable: true }) declare subject: string | null
  @Field(() => Moment, { nullable: true }) declare from: string | null
  @Field(() => Moment, { nullable: true }) declare to: string | null
  @Field(() => String, { nullable: true }) declare action: string | null
}

@ArgsType()
class AuditEntries extends PageArguments {
  @Field(() => AuditFilter, { nullable: true }) declare filter: AuditFilter | null
}

@Resolver(() => DataExport)
export class AuditResolver {
  @Query(() => AuditEntryConnection) auditEntries(@Args(() => AuditEntries) _page: AuditEntries) {
    return answered()
  }

  @Query(() => DataExport) dataExport(@Arg('person', () => ID, { nullable: true }) _person?: string) {
    return answered()
  }

  @FieldResolver(() => DataAccessConnection) accesses(@Args(() => PageArguments) _page: PageArguments) {
    return answered()
  }
}
