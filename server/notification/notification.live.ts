import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Field, ObjectType, Resolver, Root, Subscription } from 'type-graphql'
import { forbidden } from '../access/permission.ts'
import type { Context } from '../context.ts'
import { signInFirst } from '../errors.ts'
import type { Happening } from '../event/feed.ts'
import { type ReadBack, readBack } from '../reader/read-back.ts'
import { Notification } from './notification.ts'

@ObjectType()
class NotificationEvent {
  @Field(() => String) declare cursor: string
  @Field(() => Notification, { nullable: true }) declare notification: ReadBack
}

interface Asked {
  readonly args: { readonly after?: string | null }
  readonly context: Context
  readonly info: GraphQLResolveInfo
}

async function watch({ args: { after = null }, context, info: { schema } }: Asked) {
  const { viewer, listen } = context
  if (!viewer) throw signInFirst()
  if (!viewer.person) throw forbidden('Only people are told: sign in as a person.')
  return listen({ topic: 'PERSON', subject: viewer.person, type: 'Notification', after, schema })
}

@Resolver()
export class NotificationLiveResolver {
  @Subscription(() => NotificationEvent, { subscribe: watch })
  notified(
    @Root() { key, cursor }: Happening,
    @Arg('after', () => String, { nullable: true }) _after?: string,
  ): NotificationEvent {
    return { cursor, notification: readBack('Notification', key) }
  }
}
