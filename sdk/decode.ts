import { isObject } from './answer.ts'

/** Makes moments of the texts at a path of `data`, in every item of the lists on the way; what is null stays null. */
export const decode = (data: unknown, [name = '', ...rest]: readonly string[]): void => {
  for (const value of Array.isArray(data) ? data : [data]) {
    if (Array.isArray(value)) decode(value, [name, ...rest])
    if (!isObject(value)) continue
    if (rest.length > 0) decode(value[name], rest)
    else if (typeof value[name] === 'string') value[name] = new Date(value[name])
  }
}
