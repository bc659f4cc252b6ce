import { Query, Resolver } from 'type-graphql'
import { answered } from '../reader/answered.ts'
import { Period } from './period.ts'

@Resolver(() => Period)
export class PeriodResolver {
  @Query(() => [Period]) periods() {
    return answered()
  }
}
