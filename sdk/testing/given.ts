/** What a test says of an answer: as much as matters to it, the rest is invented. A list is as long as what is said of it. */
export type Given<Answer> = Answer extends string | number | boolean | Date | null | undefined
  ? Answer
  : Answer extends readonly (infer Item)[]
    ? readonly Given<Item>[]
    : { readonly [Field in keyof Answer]?: Given<Answer[Field]> }
