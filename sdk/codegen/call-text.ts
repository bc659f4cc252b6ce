/** How often an operation answers: once, item by item, or event by event. */
export type Answers = 'once' | 'items' | 'events'

/** A statement that calls an operation and prints what it answers. */
export const callText = (name: string, answers: Answers, variables: string): string => {
  const call = `client.${name}(${variables})`
  if (answers === 'items') return `for await (const item of ${call}) console.log(item)`
  if (answers === 'events') return `for await (const event of ${call}) console.log(event)`
  return `console.log(await ${call})`
}
