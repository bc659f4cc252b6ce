/** A server-sent event, or the id of where the stream begins. */
export interface Frame {
  readonly event: string
  readonly data: string
  readonly id: string
}

/** The frames of a stream of server-sent events; `alive` is called for whatever arrives. */
export async function* framesOf(
  body: ReadableStream<Uint8Array>,
  alive: () => void,
): AsyncGenerator<Frame, void, undefined> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let text = ''
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      alive()
      const frames = (text + decoder.decode(value, { stream: true })).split('\n\n')
      text = frames.pop() ?? ''
      yield* frames.map(frameOf)
    }
  } finally {
    await reader.cancel().catch(() => {})
  }
}

const frameOf = (text: string): Frame => {
  const field = (name: string) =>
    text
      .split('\n')
      .filter((line) => line.startsWith(`${name}:`))
      .map((line) => line.slice(name.length + 1).replace(/^ /, ''))
      .join('\n')
  return { event: field('event'), data: field('data'), id: field('id') }
}
