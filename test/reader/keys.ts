import { type GraphQLCompositeType, type GraphQLOutputType, getNamedType, isCompositeType, isObjectType } from 'graphql'

interface Taken {
  readonly parent: GraphQLCompositeType
  /** The field with its arguments. */
  readonly called: string
  /** The type as far as two answers under one key must agree. */
  readonly shape: string
}

/** The response keys in use, so that no two fields that cannot be merged get the same. */
export class Keys {
  private readonly taken = new Map<string, Taken[]>()

  /** A key for a field at a path of the answer: the wanted one, or one like it. */
  take(path: string, wanted: string, parent: GraphQLCompositeType, called: string, type?: GraphQLOutputType): string {
    const field: Taken = { parent, called, shape: shapeOf(type) }
    for (let number = 1; ; number += 1) {
      const key = number === 1 ? wanted : `${wanted}_${number}`
      const others = this.taken.get(`${path}/${key}`) ?? []
      if (!others.every((other) => agree(field, other))) continue
      this.taken.set(`${path}/${key}`, [...others, field])
      return key
    }
  }
}

const agree = (one: Taken, other: Taken) =>
  one.shape === other.shape && (one.called === other.called || areApart(one.parent, other.parent))

/** Whether no object is of both types. */
const areApart = (one: GraphQLCompositeType, other: GraphQLCompositeType) =>
  isObjectType(one) && isObjectType(other) && one !== other

function shapeOf(type: GraphQLOutputType | undefined): string {
  if (!type) return 'String!'
  const { name } = getNamedType(type)
  return isCompositeType(getNamedType(type)) ? String(type).replace(name, 'object') : String(type)
}
