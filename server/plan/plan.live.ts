import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Field, ID, ObjectType, Resolver, Root, Subscription } from 'type-graphql'
import type { Context } from '../context.ts'
import type { Happening } from '../event/feed.ts'
import { keyOf } from '../id.ts'
import { type ReadBack, readBack } from '../reader/read-back.ts'
import { Plan } from './plan.ts'

@ObjectType()
class PlanEvent {
  @Field(() => String) declare cursor: string
  @Field(() => Plan, { nullable: true }) declare plan: ReadBack
}

interface Asked<Args> {
  readonly args: Args & { readonly after?: string | null }
  readonly context: Context
  readonly info: GraphQLResolveInfo
}

/** Refuses a plan that the viewer does not see, like `plan(id:)`. */
async function watch({ args: { id, after = null }, context, info }: Asked<{ readonly id: string }>) {
  const subject = keyOf('Plan', id, 'id')
  await context.requirePlan(id, info.schema)
  return context.listen({ topic: 'PLAN', subject, type: 'Plan', after, schema: info.schema })
}

/** Refuses an office where the viewer watches over nobody. */
async function watchOffice({ args: { office, after = null }, context, info }: Asked<{ readonly office: string }>) {
  const subject = keyOf('Office', office, 'office')
  await context.requirePeople(office, info.schema)
  return context.listen({ topic: 'OFFICE', subject, type: 'Plan', after, schema: info.schema })
}

@Resolver()
export class PlanLiveResolver {
  @Subscription(() => PlanEvent, { subscribe: watch })
  planChanged(
    @Root() { key, cursor }: Happening,
    @Arg('id', () => ID) _id: string,
    @Arg('after', () => String, { nullable: true }) _after?: string,
  ): PlanEvent {
    return { cursor, plan: readBack('Plan', key) }
  }

  @Subscription(() => PlanEvent, { subscribe: watchOffice })
  plansChanged(
    @Root() { key, cursor }: Happening,
    @Arg('office', () => ID) _office: string,
    @Arg('after', () => String, { nullable: true }) _after?: string,
  ): PlanEvent {
    return { cursor, plan: readBack('Plan', key) }
  }
}
