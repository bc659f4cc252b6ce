/** The body of a field that the reader answers: the method only declares type and arguments. */
export function answered(): never {
  throw new Error('The reader answers this field.')
}
