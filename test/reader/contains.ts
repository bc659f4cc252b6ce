const folded = (text: string) => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase())

/** Whether a text holds a part of it. Of upper and lower case only A to Z are the same: the rest is not promised. */
export const contains = (text: string, part: string): boolean => folded(text).includes(folded(part))
