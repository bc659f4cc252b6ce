import { Field, Int, ObjectType, registerEnumType } from 'type-graphql'
import {
  AnalyticsDimension,
  Employment,
  ObservationStage,
  PlanningStage,
  Predicate,
  ReportCardLabel,
  SchoolLevel,
} from '../generated/schema.ts'
import { Indicator } from '../indicator/indicator.ts'
import { Office, School } from '../organisation/organisation.ts'
import { connectionOf } from '../page.ts'
import { Day } from '../scalars.ts'

registerEnumType(AnalyticsDimension, { name: 'AnalyticsDimension' })
registerEnumType(PlanningStage, { name: 'PlanningStage' })
registerEnumType(ObservationStage, { name: 'ObservationStage' })

@ObjectType()
class AnalyticsCell {
  @Field(() => String) declare period: string
  @Field(() => Office, { nullable: true }) declare office: Office | null
  @Field(() => SchoolLevel, { nullable: true }) declare level: SchoolLevel | null
  @Field(() => School, { nullable: true }) declare school: School | null
  @Field(() => Employment, { nullable: true }) declare employment: Employment | null
  @Field(() => PlanningStage, { nullable: true }) declare status: PlanningStage | null
  @Field(() => Indicator, { nullable: true }) declare indicator: Indicator | null
  @Field(() => ReportCardLabel, { nullable: true }) declare label: ReportCardLabel | null
  @Field(() => Day, { nullable: true }) declare day: string | null
  @Field(() => Int, { nullable: true }) declare points: number | null
  @Field(() => ObservationStage, { nullable: true }) declare observation: ObservationStage | null
  @Field(() => Predicate, { nullable: true }) declare predicate: Predicate | null
  @Field(() => Int, { nullable: true }) declare count: number | null
  @Field(() => Boolean) declare withheld: boolean
}

export const AnalyticsCellConnection = connectionOf('AnalyticsCell', () => AnalyticsCell)
