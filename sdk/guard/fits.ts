import { type GraphQLType, isListType, isNamedType, isNonNullType } from 'graphql'

/** Whether every value of one type is a value of another, by the names that the types have. */
export const fits = (value: GraphQLType, place: GraphQLType): boolean => {
  if (isNonNullType(place)) return isNonNullType(value) && fits(value.ofType, place.ofType)
  if (isNonNullType(value)) return fits(value.ofType, place)
  if (isListType(place)) return isListType(value) && fits(value.ofType, place.ofType)
  return isNamedType(value) && isNamedType(place) && value.name === place.name
}
