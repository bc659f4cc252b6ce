/** Reads events in the background. */
export function follow<Event>(events: AsyncIterable<Event>) {
  const seen: Event[] = []
  const done = (async () => {
    for await (const event of events) seen.push(event)
  })()
  done.catch(() => undefined)
  return { seen, done }
}
