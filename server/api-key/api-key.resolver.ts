import { Arg, Args, ArgsType, Ctx, Field, ID, InputType, Mutation, Query, Resolver } from 'type-graphql'
import type { Context } from '../context.ts'
import { type CreateApiKeyInput as Input, Scope } from '../generated/schema.ts'
import { keyOf } from '../id.ts'
import { PageArguments } from '../page.ts'
import { answered } from '../reader/answered.ts'
import { readBack } from '../reader/read-back.ts'
import { Moment } from '../scalars.ts'
import { ApiKey, ApiKeyConnection, CreateApiKeyPayload, RevokeApiKeyPayload, RotateApiKeyPayload } from './api-key.ts'
import { grantOf } from './grant.ts'
import { createApiKey, revokeApiKey, rotateApiKey } from './issue.ts'

@ArgsType()
class ApiKeys extends PageArguments {
  @Field(() => ID, { nullable: true }) declare office: string | null
}

@InputType()
class CreateApiKeyInput implements Input {
  @Field(() => String) declare name: string
  @Field(() => ID) declare office: string
  @Field(() => [Scope]) declare scopes: Scope[]
  @Field(() => Moment, { nullable: true }) declare expiresAt: string | null
  @Field(() => Boolean, { defaultValue: false }) declare documentsOnly: boolean
}

const onKey = { type: 'ApiKey', subjects: ({ key }: { key: string }) => [key] } as const

@Resolver(() => ApiKey)
export class ApiKeyResolver {
  @Query(() => ApiKeyConnection) apiKeys(@Args(() => ApiKeys) _page: ApiKeys) {
    return answered()
  }

  @Mutation(() => CreateApiKeyPayload)
  async createApiKey(
    @Arg('input', () => CreateApiKeyInput) input: CreateApiKeyInput,
    @Ctx() { write }: Context,
  ): Promise<CreateApiKeyPayload> {
    const now = new Date()
    const grant = grantOf(input, now)
    const { key, secret } = await write({ ...onKey, action: 'createApiKey', secret: true }, (em, viewer) =>
      createApiKey(em, viewer, grant, now),
    )
    return { apiKey: readBack('ApiKey', key), secret }
  }

  @Mutation(() => RotateApiKeyPayload)
  async rotateApiKey(@Arg('id', () => ID) id: string, @Ctx() { write }: Context): Promise<RotateApiKeyPayload> {
    const previous = keyOf('ApiKey', id, 'id')
    const { key, secret } = await write({ ...onKey, action: 'rotateApiKey', secret: true }, (em, viewer) =>
      rotateApiKey(em, viewer, previous, new Date()),
    )
    return { apiKey: readBack('ApiKey', key), previous: readBack('ApiKey', previous), secret }
  }

  @Mutation(() => RevokeApiKeyPayload)
  async revokeApiKey(@Arg('id', () => ID) id: string, @Ctx() { write }: Context): Promise<RevokeApiKeyPayload> {
    const key = keyOf('ApiKey', id, 'id')
    await write({ ...onKey, action: 'revokeApiKey' }, (em, viewer) => revokeApiKey(em, viewer, key, new Date()))
    return { apiKey: readBack('ApiKey', key) }
  }
}
