import { Field, InputType, Int } from 'type-graphql'
import {
  type DevelopmentActivityInput as Activity,
  type ImportActivityCatalogueInput as Catalogue,
  Certainty,
  Position,
} from '../generated/schema.ts'

@InputType()
class DevelopmentActivityInput implements Activity {
  @Field(() => Int, { nullable: true }) declare number: number | null
  @Field(() => String) declare name: string
  @Field(() => String, { nullable: true }) declare unit: string | null
  @Field(() => String, { nullable: true }) declare evidence: string | null
  @Field(() => Int, { nullable: true }) declare points: number | null
  @Field(() => [Position]) declare positions: Position[]
  @Field(() => [String]) declare sources: string[]
  @Field(() => Certainty) declare certainty: Certainty
  @Field(() => String, { nullable: true }) declare note: string | null
}

@InputType()
export class ImportActivityCatalogueInput implements Catalogue {
  @Field(() => String) declare period: string
  @Field(() => String) declare catalogue: string
  @Field(() => [DevelopmentActivityInput]) declare activities: DevelopmentActivityInput[]
}
