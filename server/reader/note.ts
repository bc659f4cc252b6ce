/** Under which key an object of an interface notes its type, for graphql-js; no alias can be called so. Notes stand last. */
export const typeKey = ' type'

/** Under which key an object notes whose data it is: the type and the key of the person; nothing where it is the viewer's own. */
export const readKey = ' read'

/** Of whom a viewer was given data: people's keys by the type of the rows. */
export type Reads = ReadonlyMap<string, ReadonlySet<string>>

// no string of a response looks so: inside of one a quote would be escaped, no key has a space, and no value is followed by a colon
const start = '" '
const typeMark = `${start}type":"`
const readMark = `${start}read":"`

/** Takes the notes out of a text: gives it as clients get it, and who was read. */
export function takeNotes(text: string): { text: string; reads: Reads } {
  const notes = new Set<string>()
  const kept: string[] = []
  let end = 0
  for (let at = text.indexOf(start); at >= 0; at = text.indexOf(start, at + 1)) {
    const isRead = text.startsWith(readMark, at)
    if (!isRead && !text.startsWith(typeMark, at)) continue
    const from = at + readMark.length
    const to = text.indexOf('"', from)
    if (isRead && to > from) notes.add(text.slice(from, to))
    kept.push(text.slice(end, text[at - 1] === ',' ? at - 1 : at))
    end = to + 1
    at = to
  }
  kept.push(text.slice(end))
  // one flat text: a chain of pieces would be copied piece by piece when it is sent
  return { text: kept.join(''), reads: readsOf(notes) }
}

function readsOf(notes: ReadonlySet<string>): Reads {
  const reads = new Map<string, Set<string>>()
  for (const note of notes) {
    const [type = '', person = ''] = note.split(' ')
    const known = reads.get(type)
    if (known) known.add(person)
    else reads.set(type, new Set([person]))
  }
  return reads
}
