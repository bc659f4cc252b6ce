/** Tells how far it is, where somebody looks. */
export interface Progress {
  show(done: number, total: number | undefined): void
  end(): void
}

/** One line at the terminal, written over again; nothing where the errors go to a file. */
export const progressOn = (stream: Pick<NodeJS.WriteStream, 'isTTY'> & { write(text: string): boolean }): Progress => {
  if (!stream.isTTY) return { show: () => {}, end: () => {} }
  return {
    show: (done, total) => {
      const of = total === undefined ? '' : ` of ${total.toLocaleString('en')}`
      stream.write(`\r\u001b[K${done.toLocaleString('en')}${of} rows`)
    },
    end: () => void stream.write('\r\u001b[K'),
  }
}
