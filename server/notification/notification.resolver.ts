import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Int, Mutation, Query, Resolver } from 'type-graphql'
import { SignedIn } from '../access/access.resolver.ts'
import { DataExport } from '../audit/audit.ts'
import type { Context } from '../context.ts'
import { Refusal } from '../errors.ts'
import { keyOf } from '../id.ts'
import { PageArguments } from '../page.ts'
import { answered } from '../reader/answered.ts'
import { markRead } from './mark-read.ts'
import { MarkNotificationsReadPayload, NotificationConnection } from './notification.ts'

@ArgsType()
class Notifications extends PageArguments {
  @Field(() => Boolean, { nullable: true, defaultValue: false }) declare unreadOnly: boolean | null
}

const most = 100

@Resolver(() => SignedIn)
export class NotificationResolver {
  @Query(() => NotificationConnection) notifications(@Args(() => Notifications) _page: Notifications) {
    return answered()
  }

  @FieldResolver(() => Int) unreadCount() {
    return answered()
  }

  @Mutation(() => MarkNotificationsReadPayload)
  async markNotificationsRead(
    @Arg('ids', () => [ID], { nullable: true }) ids: string[] | null,
    @Ctx() { write, now }: Context,
  ): Promise<MarkNotificationsReadPayload> {
    if ((ids?.length ?? 0) > most) throw new Refusal('BAD_USER_INPUT', `ids holds more than ${most}.`)
    const keys = ids?.map((id) => keyOf('Notification', id, 'ids')) ?? null
    const change = { action: 'markNotificationsRead', type: 'Notification', subjects: () => [] } as const
    return write(change, (em, viewer) => markRead(em, viewer, keys, now))
  }
}

@Resolver(() => DataExport)
export class DataExportNotificationResolver {
  @FieldResolver(() => NotificationConnection, { nullable: true })
  notifications(@Args(() => PageArguments) _page: PageArguments) {
    return answered()
  }
}
