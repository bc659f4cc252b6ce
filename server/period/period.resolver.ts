import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver } from 'type-graphql'
import type { Context } from '../context.ts'
import { Office } from '../organisation/organisation.ts'
import { answered } from '../reader/answered.ts'
import { readBack } from '../reader/read-back.ts'
import { Day } from '../scalars.ts'
import { extendWindow, openingOf } from './extend-window.ts'
import { ExtendWindowInput, ExtendWindowPayload, WindowExtension } from './extension.ts'
import { Period, Planning } from './period.ts'

@Resolver(() => Period)
export class PeriodResolver {
  @Query(() => [Period]) periods() {
    return answered()
  }

  @FieldResolver(() => Planning) planning(
    @Arg('office', () => ID, { nullable: true }) _office?: string,
    @Arg('asOf', () => Day, { nullable: true }) _asOf?: string,
  ) {
    return answered()
  }

  @Mutation(() => ExtendWindowPayload)
  async extendWindow(
    @Arg('input', () => ExtendWindowInput) input: ExtendWindowInput,
    @Ctx() { write, now }: Context,
  ): Promise<ExtendWindowPayload> {
    const opening = openingOf(input, now)
    const id = await write({ action: 'extendWindow', type: 'WindowExtension', subjects: (id: string) => [id] }, (em) =>
      extendWindow(em, opening, now),
    )
    return { extension: readBack('WindowExtension', id) }
  }
}

@Resolver(() => Office)
export class OfficeExtensionResolver {
  @FieldResolver(() => [WindowExtension]) extensions(
    @Arg('period', () => String, { nullable: true }) _period?: string,
  ) {
    return answered()
  }
}
