import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import type { Context } from '../context.ts'
import { Position, SchoolLevel } from '../generated/schema.ts'
import { answered } from '../reader/answered.ts'
import { readBack } from '../reader/read-back.ts'
import { catalogueOf, importCatalogue } from './catalogue.ts'
import { ImportActivityCatalogueInput } from './development.input.ts'
import { AdditionalDuty, DevelopmentActivity, ImportActivityCataloguePayload } from './development.ts'

@Resolver(() => DevelopmentActivity)
export class DevelopmentResolver {
  @Query(() => [DevelopmentActivity])
  developmentActivities(
    @Arg('period', () => String) _period: string,
    @Arg('catalogue', () => String, { nullable: true }) _catalogue?: string,
    @Arg('position', () => Position, { nullable: true }) _position?: Position,
  ) {
    return answered()
  }

  @Query(() => [AdditionalDuty])
  additionalDuties(@Arg('level', () => SchoolLevel, { nullable: true }) _level?: SchoolLevel) {
    return answered()
  }

  @Mutation(() => ImportActivityCataloguePayload)
  async importActivityCatalogue(
    @Arg('input', () => ImportActivityCatalogueInput) input: ImportActivityCatalogueInput,
    @Ctx() { write }: Context,
  ): Promise<ImportActivityCataloguePayload> {
    const given = catalogueOf(input)
    const change = { action: 'importActivityCatalogue', type: 'DevelopmentActivity', subjects: () => [] } as const
    const { activities } = await write(change, (em) => importCatalogue(em, given))
    return { activities: activities.map((id) => readBack('DevelopmentActivity', id)) }
  }
}
