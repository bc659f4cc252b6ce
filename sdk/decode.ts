import { isObject } from './answer.ts'

/** Makes moments of the texts at a path of `data`, in every item of the lists on the way; what is null stays null. */
export const decode = (data: unknown, path: readonly string[]): void => {
  const [name = '', ...rest] = path
  if (Array.isArray(data)) for (const item of data) decode(item, path)
  if (!isObject(data)) return
  const value = data[name]
  if (rest.length > 0) decode(value, rest)
  else if (typeof value === 'string') data[name] = new Date(value)
}
