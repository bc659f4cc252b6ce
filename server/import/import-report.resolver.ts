import { Args, FieldResolver, Query, Resolver } from 'type-graphql'
import { PageArguments } from '../page.ts'
import { answered } from '../reader/answered.ts'
import { ImportRefusalConnection, ImportReport, ImportReportConnection } from './import-report.ts'

@Resolver(() => ImportReport)
export class ImportReportResolver {
  @Query(() => ImportReportConnection) importReports(@Args(() => PageArguments) _page: PageArguments) {
    return answered()
  }

  @FieldResolver(() => ImportRefusalConnection) refusals(@Args(() => PageArguments) _page: PageArguments) {
    return answered()
  }
}
