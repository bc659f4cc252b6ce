/** Under which key an object of an interface notes its type, for graphql-js; no alias can be called so. It stands last. */
export const typeKey = ' type'

// no string of a response looks so: inside of one the quotes would be escaped, and no key has a space
const mark = `${JSON.stringify(typeKey)}:`
const note = new RegExp(`,?${mark}"\\w+"(?=})`, 'g')

/** The text without the notes: as clients get it. */
export const withoutNotes = (text: string): string => text.replace(note, '')
