import { ArgsType, type ClassType, Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql'
import { OrderDirection } from './generated/schema.ts'

registerEnumType(OrderDirection, { name: 'OrderDirection' })

@ObjectType()
class PageInfo {
  @Field(() => Boolean) declare hasNextPage: boolean
  @Field(() => String, { nullable: true }) declare endCursor: string | null
}

/** What every list takes. */
@ArgsType()
export class PageArguments {
  @Field(() => Int, { nullable: true, defaultValue: 50 }) declare first: number | null
  @Field(() => String, { nullable: true }) declare after: string | null
}

/** `XConnection` and `XEdge` of a type. */
export function connectionOf(name: string, node: () => ClassType): ClassType {
  @ObjectType(`${name}Edge`)
  class Edge {
    @Field(() => String) declare cursor: string
    @Field(node) declare node: object
  }
  @ObjectType(`${name}Connection`)
  class Connection {
    @Field(() => [Edge]) declare edges: Edge[]
    @Field(() => [node()]) declare nodes: object[]
    @Field(() => PageInfo) declare pageInfo: PageInfo
    @Field(() => Int) declare totalCount: number
  }
  return Connection
}

/** `XOrder` over the fields of an enum. */
export function orderOf(name: string, fields: Record<string, string>): ClassType {
  registerEnumType(fields, { name: `${name}OrderField` })
  @InputType(`${name}Order`)
  class Order {
    @Field(() => fields) declare field: string
    @Field(() => OrderDirection, { defaultValue: OrderDirection.ASC }) declare direction: OrderDirection
  }
  return Order
}
